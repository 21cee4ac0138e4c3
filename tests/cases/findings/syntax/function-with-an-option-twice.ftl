Before = Before.
Broken = { NUMBER($n, type: "ordinal", type: "cardinal") }
After = After.
