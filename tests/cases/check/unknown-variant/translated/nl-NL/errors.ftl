a = { $type ->
    [machine] Computer
    [computer] Computer
   *[other] Resource
 } is weg.
