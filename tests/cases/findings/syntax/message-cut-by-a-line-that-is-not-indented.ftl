Before = Before.
Kept = A text that goes
on in the next line.
After = After.
