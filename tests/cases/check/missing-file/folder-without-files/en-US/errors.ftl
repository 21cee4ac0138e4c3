a = Not found.
