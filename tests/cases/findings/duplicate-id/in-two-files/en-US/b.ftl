Other = Other.
NotFound = The second file is not.
