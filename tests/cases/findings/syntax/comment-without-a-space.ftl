Before = Before.
#Comment
Kept = A text.
####
After = After.
