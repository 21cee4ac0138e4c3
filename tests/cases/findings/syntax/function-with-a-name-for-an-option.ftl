Before = Before.
Kept = { NUMBER($n, type: ordinal) }
After = After.
