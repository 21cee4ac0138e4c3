NotFound = Two.
