# limits: nesting = 2
-broken-term = {{{ "x" }}}
Broken = { -broken-term }
After = After.
