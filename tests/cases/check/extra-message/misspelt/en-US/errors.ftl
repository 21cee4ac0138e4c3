a = Yes.
NotFound = Not found.
b = No.
