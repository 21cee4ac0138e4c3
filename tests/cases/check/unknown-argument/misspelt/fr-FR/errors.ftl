InvalidUrl = L’URL { $ulr } n’est pas valide.
    .action = Vérifiez l’URL.
