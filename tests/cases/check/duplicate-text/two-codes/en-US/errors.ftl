A = Not found.
    .action = Check it.
B = Gone.
    .action = Check it.
