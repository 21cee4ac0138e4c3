NotFound = Objektet { $item } hittades inte.
