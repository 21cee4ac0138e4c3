 Broken = A text.
After = After.
