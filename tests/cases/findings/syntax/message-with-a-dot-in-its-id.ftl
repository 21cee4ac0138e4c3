Before = Before.
broken.message = A text.
After = After.
