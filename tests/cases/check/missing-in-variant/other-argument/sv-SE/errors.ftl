a = { $type ->
    [machine] Datorn är borta.
   *[other] Resursen { $id } är borta.
 }
