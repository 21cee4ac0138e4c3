InvalidUrl = URL { $url } is invalid.
    .action = Correct it.

NotFound = Not found.
    .action = Look elsewhere.

## Labels

label-error = Error
