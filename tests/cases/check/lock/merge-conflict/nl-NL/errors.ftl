a = Het bestand is weg.
b = De map is weg.
