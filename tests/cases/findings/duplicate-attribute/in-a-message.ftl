NotFound = Not found.
    .action = The first is used.
    .action = The second is not.
