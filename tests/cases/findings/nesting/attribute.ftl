# limits: nesting = 2
Broken = A text.
    .title = A title.
    .action = {{{ $x }}}
    .tip = Lost.
After = After.
