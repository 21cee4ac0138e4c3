a = Yes.
b = Not found.
c = No.
