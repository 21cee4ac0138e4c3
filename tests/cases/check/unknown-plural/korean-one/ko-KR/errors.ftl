a = { $n ->
    [one] 항목 { $n }개
   *[other] 항목 { $n }개
 }
