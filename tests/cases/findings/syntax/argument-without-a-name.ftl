Before = Before.
Broken = { $ } is unknown.
Broken-number = { $1 } is unknown.
After = After.
