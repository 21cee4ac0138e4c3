NotFound = One.
