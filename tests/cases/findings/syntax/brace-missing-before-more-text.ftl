Before = Before.
Broken = Hello { $name and goodbye.
After = After.
