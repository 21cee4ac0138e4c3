NotFound = Nothing here.
Broken = This one replaces all of it.
