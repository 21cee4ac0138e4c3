a = Het bestand is weg.
