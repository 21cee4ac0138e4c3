Before = Before.
Brokené = A text.
After = After.
