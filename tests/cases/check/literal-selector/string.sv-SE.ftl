a = { "x" ->
    [x] Ja
   *[y] Nej
 }
