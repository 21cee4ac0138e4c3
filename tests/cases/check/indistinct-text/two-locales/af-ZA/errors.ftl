Gone = Dit is iewers.
    .action = Kyk na.
Lost = Bestand is weg.
    .action = Kyk na.
