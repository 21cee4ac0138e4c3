Before = Before.
Broken = { $n ->
    [one] One item.
    .action = Count.
   *[other] Items.
}
After = After.
