a = { $n ->
    [one] Een bestand
   *[other] Veel bestanden
 }
