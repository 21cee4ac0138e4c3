InvalidUrl = URL { $url } is invalid.
    .action = Check the URL.
