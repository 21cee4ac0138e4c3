Before = Before.
Broken = { $n ->
    [one] { $n
   *[other] { $n } items
}
After = After.
