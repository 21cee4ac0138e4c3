# What is made of a list, or of a value that is none. Each message is rendered with $x.

plain = { $x }
default = { LIST($x) }
and = { LIST($x, type: "and") } { LIST($x, type: "conjunction") }
or = { LIST($x, type: "or") } { LIST($x, type: "disjunction") }
unit = { LIST($x, type: "unit") }
wrong = { LIST($x, type: "xor") } { LIST($x, type: 1) }
particle = { JOSA($x, pair: "이/가") } { JOSA(LIST($x, type: "or"), pair: "이/가") }
elision = { ELIDE($x, form: "de") } { ELIDE(LIST($x, type: "unit"), form: "de le") }
choice = { LIST($x) ->
    [one] one
    [1] 1
   *[other] other
}
