NotFound =
    .w1 = Niet gevonden.
