NotFound = It was not found.
