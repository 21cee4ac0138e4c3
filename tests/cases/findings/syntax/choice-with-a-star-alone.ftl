Before = Before.
Broken = { $n ->
   *}
Broken-attribute = A text.
    .action = { $n ->
        [one] Once.
       *
    }
After = After.
