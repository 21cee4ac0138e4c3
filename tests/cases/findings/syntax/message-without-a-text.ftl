Before = Before.
Broken =
After = After.
