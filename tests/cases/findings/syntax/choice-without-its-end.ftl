Before = Before.
Broken = { $n ->
After = After.
