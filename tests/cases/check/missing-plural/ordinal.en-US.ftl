a = { NUMBER($n, type: "ordinal") ->
    [one] { $n }st
    [two] { $n }nd
   *[other] { $n }th
 }
