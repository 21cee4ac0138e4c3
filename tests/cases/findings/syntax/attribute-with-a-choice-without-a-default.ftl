Before = Before.
Broken = A text.
    .action = { $n ->
        [one] Once.
    }
After = After.
