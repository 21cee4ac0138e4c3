Before = Before.
​Broken = A text.
After = After.
