Before = Before.
Broken = Value { “x” } is unknown.
After = After.
