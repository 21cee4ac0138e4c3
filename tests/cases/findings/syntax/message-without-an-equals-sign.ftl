Before = Before.
Broken
BrokenColon: A text.
After = After.
