NotFound = Item { $item } was not found.
    .action = Check the name { $item }, and then try again.

TooMany = { $count ->
    [0] There is nothing to send.
    [one] { NUMBER($count) } item is more than you may send.
   *[other] { NUMBER($count) } items are more than you may send.
}

Waiting = { $kind ->
    [import] The import
    [export] The export
   *[other] The operation
} is waiting since { DATETIME($since, dateStyle: "medium") }.
    .action = Wait.

label-retry = Retry
