Kept-unknown = { NUMBER($n, style: "currency") }
Kept-digits = { NUMBER($n, minimumFractionDigits: 200) }
Kept-fraction = { NUMBER($n, minimumIntegerDigits: 2.5) }
Kept-quoted = { NUMBER($n, maximumFractionDigits: "2") }
Kept-type = { NUMBER($n, type: "currency") }
Kept-grouping = { NUMBER($n, useGrouping: "yes") }
Kept-order = { NUMBER($n, minimumFractionDigits: 3, maximumFractionDigits: 1) }
Kept-significant = { NUMBER($n, maximumSignificantDigits: 2, minimumSignificantDigits: 5) }
Broken-nothing = { NUMBER() }
Kept-two = { NUMBER($n, $n) }
Kept-choice = { NUMBER($n, type: "ordinary") ->
    [one] One.
   *[other] Other.
}
