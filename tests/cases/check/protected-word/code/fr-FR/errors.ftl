a = Vous obtenez l’erreur UrlNonValide.
