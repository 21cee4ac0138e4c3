twice = {{ $x }}
spaced = {{ $x }}
three = {{{ $x }}}
string = {{ "{" }}
choice = {{ $n ->
        [one] ein
       *[other] viele
    }}
