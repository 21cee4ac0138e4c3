A = Not found.
