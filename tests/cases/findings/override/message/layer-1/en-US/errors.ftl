NotFound = Not found.
Broken = This one had an action.
    .action = It goes with the text.
Other = Other.
