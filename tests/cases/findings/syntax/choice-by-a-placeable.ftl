Before = Before.
Broken = { { $n } ->
   *[other] Items.
}
After = After.
