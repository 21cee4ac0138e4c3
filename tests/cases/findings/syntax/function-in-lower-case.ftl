Before = Before.
Broken = { number($n) } items.
Broken-inner = Up to { NUMBER(Round($n, "up)")) } items.
After = After.
