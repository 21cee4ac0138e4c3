NotFound = Not found.
