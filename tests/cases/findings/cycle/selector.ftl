-broken = Portal
    .gender = { -broken.gender ->
       *[other] neuter
    }
Broken = { -broken.gender ->
   *[other] The default.
}
Kept = Kept.
