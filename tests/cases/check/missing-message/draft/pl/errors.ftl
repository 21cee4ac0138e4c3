# en-US: Yes.
a = Tak.

# en-US: No.
# b = No.
