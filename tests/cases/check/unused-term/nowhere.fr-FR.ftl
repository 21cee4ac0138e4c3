-produit = Portail
a = Introuvable.
