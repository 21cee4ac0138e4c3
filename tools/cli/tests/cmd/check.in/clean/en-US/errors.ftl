NotFound = Item { $item } was not found.
