FilesRejected = { LIST($files) } exceed { NUMBER($limit) } MB.

Closed = Closed from { DATETIME($from, dateStyle: "long") } until { DATETIME($until, dateStyle: "long") }.

OrderLate = The order is { $days ->
    [one] { $days } day
   *[other] { $days } days
} late: { $reason ->
    [weather] bad weather
    [customs] customs
   *[other] unknown
}.

# Not in the manifest: what is a date follows from how the text shows it.
Open = Open on { DATETIME($day, dateStyle: "long") }.

# Not in the manifest: what an argument is follows from how the text shows it.
Retry = Try again in { $seconds ->
    [one] a second
   *[other] { NUMBER($seconds) } seconds
}, order { $order }.
