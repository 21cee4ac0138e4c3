Items = { NUMBER($n) ->
    [1] One item.
    [1.0] One item again.
    [one] This is a category and no number.
   *[other] Items.
}
