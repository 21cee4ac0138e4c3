Before = Before.
// A comment.
Kept = A text.
After = After.
