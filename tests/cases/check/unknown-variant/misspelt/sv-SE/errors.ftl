Gone = { $type ->
    [machin] Datorn
   *[other] Resursen
 } är borta.
    .action = Sök på annat håll.
