Before = Before.
Broken = {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{ $x }}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}
    .action = Lost with its message.
After = After.
