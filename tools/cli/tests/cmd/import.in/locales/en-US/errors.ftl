-portal = Contoso Portal

# $allowed (Number) - how many there may be
TooMany = Too many items.
    .action = { $allowed ->
        [one] Send one item to { -portal }.
       *[other] Send no more than { NUMBER($allowed) } items to { -portal }.
    }

# $name (String) - the name as received
InvalidName = Name { $name } is invalid.
    .action = Provide another name.
