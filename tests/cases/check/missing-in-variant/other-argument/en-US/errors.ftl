a = { $type ->
    [machine] Machine { $id } is gone.
   *[other] Resource { $id } is gone.
 }
