a =
    .title = Saknas
