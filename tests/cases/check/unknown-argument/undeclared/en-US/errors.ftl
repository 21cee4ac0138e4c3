InvalidUrl = URL { $ulr } is invalid.
    .action = Check the URL.
