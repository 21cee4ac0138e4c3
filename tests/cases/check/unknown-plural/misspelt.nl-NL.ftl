a = { $n ->
    [one] { $n } item
   *[ohter] { $n } items
 }
