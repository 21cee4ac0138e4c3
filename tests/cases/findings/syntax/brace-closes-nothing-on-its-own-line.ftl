Before = Before.
Kept = { $n ->
   *[other] Items.
    }
    }
After = After.
