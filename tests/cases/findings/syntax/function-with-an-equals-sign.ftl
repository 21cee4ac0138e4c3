Before = Before.
Broken = { NUMBER($n, minimumFractionDigits = 2) }
Broken-quotes = { NUMBER($n, "type": "ordinal") }
After = After.
