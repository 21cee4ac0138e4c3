Before = Before.
Broken = { NUMBER($n, type: "ordinal" }
Broken-end = { NUMBER($n
After = After.
