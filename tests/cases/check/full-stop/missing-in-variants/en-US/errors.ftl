a = { $n ->
    [one] One file.
   *[other] Many files.
 }
