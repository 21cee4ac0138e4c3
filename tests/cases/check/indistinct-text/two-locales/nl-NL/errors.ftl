Gone = Bestand is weg.
    .action = Kijk na.
Lost = Het is kwijt.
    .action = Kijk na.
