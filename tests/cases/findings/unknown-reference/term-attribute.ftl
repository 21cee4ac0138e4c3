-product = Portal
Broken = { -product.gender ->
    [neuter] It is down.
   *[other] They are down.
}
Kept = { -product } is up.
