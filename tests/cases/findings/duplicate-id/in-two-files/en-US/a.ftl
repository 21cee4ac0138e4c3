NotFound = The file that is first by name is used.
