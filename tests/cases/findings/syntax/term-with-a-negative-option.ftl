Before = Before.
-degrees = { $n ->
    [-1] minus one degree
   *[other] { $n } degrees
}
Kept = { -degrees(n: -1) }, { -degrees(n: -2) }
Broken = { -degrees(n: -) }
After = After.
