# What is missing, or wrong, or more than was asked for. Each message is rendered without arguments and with $x.

particle = { $x }{ JOSA($x, pair: "이/가") }
elision = { ELIDE($x, form: "de") }{ $x } { ELIDE($x, form: "si") }
list = { LIST($x) }
of-list = { JOSA(LIST($x), pair: "이/가") }
of-message = { JOSA(gone, pair: "이/가") } { ELIDE(item, form: "le") } { LIST(gone) }
of-attribute = { JOSA(list.gone, pair: "을/를") }
of-function = { JOSA(GONE($x), pair: "이/가") } { LIST(GONE($x)) }
of-wrong = { JOSA(JOSA($x, pair: "?"), pair: "이/가") }
-term = { $x }{ JOSA($x, pair: "이/가") }{ ELIDE($x, form: "de") }{ LIST($x) }
of-term = { -term } { -term(x: "서버") } { -term(x: 3) } { JOSA(-term, pair: "이/가") }
nothing = { JOSA(pair: "이/가") } { ELIDE(form: "de") } { LIST() }
no-option = { JOSA($x) } { ELIDE($x) }
wrong-option = { JOSA($x, pair: "이/를") } { JOSA($x, pair: 1) } { ELIDE($x, form: "du") }
other-option = { JOSA($x, pair: "이/가", form: 1) } { LIST($x, pair: 1) }
two = { JOSA("서버", "요청", pair: "이/가") } { ELIDE("a", "b", form: "le") }
kind = { JOSA($x, pair: "이/가", kind: 1) } { JOSA("1278abac", pair: "이/가", kind: "other") }
choice = { LIST($x) ->
    [Office] one
   *[other] other
}
