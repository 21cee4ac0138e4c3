a = Code d’erreur.
