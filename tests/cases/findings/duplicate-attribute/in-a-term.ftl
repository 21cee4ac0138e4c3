-product = Portal
    .gender = neuter
    .gender = masculine
User = { -product.gender ->
    [neuter] The first is used.
   *[other] The second is used.
}
