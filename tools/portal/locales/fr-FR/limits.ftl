AddressTooLong = L’adresse de la requête est trop longue.
    .action = Raccourcissez l’adresse ou envoyez les données dans le corps de la requête.

HeadersTooLarge = Les en-têtes de la requête sont trop volumineux.
    .action = Envoyez des en-têtes moins nombreux ou plus courts.
