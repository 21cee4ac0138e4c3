NotFound = The first is used.
Other = Other.
NotFound = The second is not.
NotFound = Nor is the third.
