# Oud = Weg.
Nieuw = Niet gevonden.
