a = { $n ->
    [one] { $n } élément
   *[other] { $n } éléments
 }
