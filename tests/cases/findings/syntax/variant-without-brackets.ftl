Before = Before.
Broken = { $n ->
    one { $n } item
   *[other] Items.
}
After = After.
