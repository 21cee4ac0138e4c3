a = { $n ->
    [one] { $n } item
   *[other] { $n } items
 }
