Before = Before.
Broken = A text.
    .action
After = After.
