a = URL { $url } is invalid.
    .action = Correct { $url }.
