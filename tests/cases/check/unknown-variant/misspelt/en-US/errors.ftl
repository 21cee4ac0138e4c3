Gone = { $type ->
    [machine] Machine
   *[other] Resource
 } is gone.
    .action = Look elsewhere.
