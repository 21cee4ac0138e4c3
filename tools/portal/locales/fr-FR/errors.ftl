UnknownCode = Le code { $code } est introuvable dans le catalogue.
    .action = Vérifiez l’orthographe et la casse du code.
