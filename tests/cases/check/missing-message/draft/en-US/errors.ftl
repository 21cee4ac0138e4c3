a = Yes.

b = No.
