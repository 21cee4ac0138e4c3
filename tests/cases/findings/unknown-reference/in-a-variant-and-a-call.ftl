Broken = { $n ->
    [one] { unit }
   *[other] { NUMBER(amount) }
}
Kept = Kept.
