Before = Before.
Broken = { $n ->
    [one] { $n item
   *[other] { $n } items
}
After = After.
