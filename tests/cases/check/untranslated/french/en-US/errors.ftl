a = The item was not found.
