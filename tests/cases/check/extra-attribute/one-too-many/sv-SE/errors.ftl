a = Hittades inte.
    .title = Saknas
