NotFound = Not found!
