a = { $type ->
    [machine] Machine
    [alert] Alert
   *[other] Resource
 } not found.
