# limits: parts = 10
-name = { $case ->
    [genitive] the portal’s
   *[nominative] the portal
}
    .gender = neuter
Kept = { -name(case: "genitive") } state
Broken = { -name } { -name } { -name } { -name.gender ->
   *[neuter] { Kept } { Kept }
}
