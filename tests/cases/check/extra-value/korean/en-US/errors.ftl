a =
    .label = Code
