a = Taille reçue ; taille autorisée.
b = Taille reçue ; taille autorisée.
