Before = Before.
<<<<<<< HEAD
Ours = Our text.
=======
Theirs = Their text.
>>>>>>> translation
After = After.
