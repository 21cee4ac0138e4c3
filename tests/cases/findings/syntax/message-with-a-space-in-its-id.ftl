Before = Before.
Broken message = A text.
After = After.
