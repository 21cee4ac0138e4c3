A = Not found.
    .action = Check it.
Old = Gone.
