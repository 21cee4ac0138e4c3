Title = A title.
Text =
    Two
    lines.
    .action = { $n ->
        [one] One item.
       *[other] { NUMBER($n) } items.
    }
