-product = Arkivet
    .gender = neuter
a = Se { -product }.
