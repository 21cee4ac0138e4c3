Items = { $kind ->
   *[other] Other.
    [other] Other again.
}
    .action = { $kind ->
        [a] A.
        [a] A.
       *[a] A.
    }
