InvalidUrl = The URL is invalid.
    .action = Check it.
