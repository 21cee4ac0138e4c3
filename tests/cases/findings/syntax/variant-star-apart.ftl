Before = Before.
Broken = { $n ->
    [one] One item.
   * [other] Items.
}
Broken-line = { $n ->
   *
    [other] Items.
}
After = After.
