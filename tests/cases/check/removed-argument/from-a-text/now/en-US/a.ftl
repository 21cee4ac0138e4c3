A = Not found.
    .action = Check it.
