Before = Before.
Broken = { $n ->
    [] One item.
   *[other] Items.
}
After = After.
