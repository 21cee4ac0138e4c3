Before = Before.
Broken = { $n ->
    [one]
   *[other] Items.
}
After = After.
