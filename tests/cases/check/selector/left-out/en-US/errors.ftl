a = { $type ->
    [machine] Machine
   *[other] Resource
 } is gone.
