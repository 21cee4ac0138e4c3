A = Not found: { $id }
    .action = Check it.
