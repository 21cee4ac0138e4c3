Before = Before.
Broken =
    .action = Do { it
After = After.
