Before = Before.
404 = A text.
After = After.
