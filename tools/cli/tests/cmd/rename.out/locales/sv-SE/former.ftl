InvalidUrl =
    .w1 = Felaktig URL: { $address }
