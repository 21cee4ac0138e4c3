Before = Before.
Broken = Hello { $name
After = After.
