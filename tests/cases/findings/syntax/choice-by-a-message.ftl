Before = Before.
Broken = { After ->
   *[other] Items.
}
Broken-attribute = { After.action ->
   *[other] Items.
}
After = After.
