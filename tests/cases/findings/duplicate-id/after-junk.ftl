NotFound = { "x
NotFound = The first could not be read.
NotFound = So the second is used.
