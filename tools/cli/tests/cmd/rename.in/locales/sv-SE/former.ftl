InvalidUrl =
    .w1 = Felaktig URL: { $url }
