a = Not found.
    .title = Missing
