auth-denied = No access for { $user }.
    .action = Ask somebody.
Late = Too late.
Old = Old.
Older = Older.
