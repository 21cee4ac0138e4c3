Before = Before.
Broken = { $n ->
   *[one] One item.
   *[other] { $n } items.
}
After = After.
