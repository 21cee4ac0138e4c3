NotFound = Het is niet gevonden.
