A = Not found.
    .action = Check it.
Gone = It is gone.
