A = Hittades inte.
    .action = Kontrollera det.
B = Hittades inte.
    .action = Kontrollera det.
