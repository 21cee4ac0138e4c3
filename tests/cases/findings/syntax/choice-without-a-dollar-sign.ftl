Before = Before.
Broken = { count ->
    [one] One item.
   *[other] Items.
}
After = After.
