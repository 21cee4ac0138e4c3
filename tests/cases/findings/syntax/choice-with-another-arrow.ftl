Before = Before.
Broken = { $n →
    [one] One item.
   *[other] { $n } items.
}
Broken-double = { $n =>
   *[other] Items.
}
Broken-wide = { $n - >
   *[other] Items.
}
After = After.
