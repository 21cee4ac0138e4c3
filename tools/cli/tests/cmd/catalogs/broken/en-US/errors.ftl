NotFound = Not found.
Forbidden = Not allowed for { $user.
Late = Too late: { DATUM($day) }.
Gone = Gone: { Nothing }.
