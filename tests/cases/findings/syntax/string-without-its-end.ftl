Before = Before.
Broken = { "text }
After = After.
