not-found = Not found.
