NotFound = Not found.
NotFoundHere = Not found here.
denied = Denied.
