Before = Before.
-product = Portal
Broken = { -product ->
   *[other] Items.
}
After = After.
