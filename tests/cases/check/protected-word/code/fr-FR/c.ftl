InvalidUrl = L’URL n’est pas valide.
    .action = Vérifiez-la.
