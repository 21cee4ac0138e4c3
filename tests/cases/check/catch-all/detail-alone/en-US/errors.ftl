A = { $detail }
    .action = Read it.
