A = Introuvable.
