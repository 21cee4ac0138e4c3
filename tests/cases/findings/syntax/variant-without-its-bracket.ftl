Before = Before.
Broken = { $n ->
    [one One item.
   *[other] Items.
}
After = After.
