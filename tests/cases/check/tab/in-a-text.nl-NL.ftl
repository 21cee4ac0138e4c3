A = Niet	gevonden.
