NotFound =
    .w1 = Saknas.

# Once a code, and gone.
Gone =
    .w1 = Borta.

Label =
    .w1 = Benämning
