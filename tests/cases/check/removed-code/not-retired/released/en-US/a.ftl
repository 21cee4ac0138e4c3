A = Not found.
B = Gone.
