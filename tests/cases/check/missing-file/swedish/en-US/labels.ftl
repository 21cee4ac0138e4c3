label = Code
other = Status
