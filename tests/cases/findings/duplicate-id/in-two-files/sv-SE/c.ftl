NotFound = Ett annat språk är ett annat språk.
