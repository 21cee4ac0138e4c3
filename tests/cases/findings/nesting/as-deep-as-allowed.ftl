# limits: nesting = 2
Kept = {{ $x }}
Broken = {{{ $x }}}
