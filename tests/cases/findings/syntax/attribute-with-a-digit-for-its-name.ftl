Before = Before.
Broken = A text.
    .1 = Do it.
After = After.
