Before = Before.
# A comment.
    and a text that belongs to nothing.
After = After.
