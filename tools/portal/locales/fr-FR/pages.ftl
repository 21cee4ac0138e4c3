portal-title = Catalogue d’erreurs
