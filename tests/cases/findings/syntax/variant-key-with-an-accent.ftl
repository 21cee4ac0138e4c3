Before = Before.
Broken = { $n ->
    [några] Några.
   *[other] Items.
}
After = After.
