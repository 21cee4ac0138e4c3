Before = Before.
Broken = { NUMBER($n,
After = After.
