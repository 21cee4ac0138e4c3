a = { $n ->
    [one] { $n } plik
   *[other] { $n } pliku
 }
