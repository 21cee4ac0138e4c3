A = Not found.
    .acton = Check it.
