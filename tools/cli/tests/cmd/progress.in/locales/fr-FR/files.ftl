-product = Portail

NotFound = Le fichier { $name } est introuvable.
    .action = Ouvrez un autre fichier.
Full = { -product } est plein.
Locked = Le fichier est verrouillé.
