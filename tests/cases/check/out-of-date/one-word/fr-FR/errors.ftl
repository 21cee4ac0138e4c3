a = Le fichier { $name } est introuvable.
    .action = Ouvrez un autre fichier.
