Items = { $n ->
    [one] One item.
    [one] One item again.
   *[other] Items.
}
