MethodNotAllowed = Cette adresse ne prend pas en charge la méthode HTTP de la requête.
    .action = Vérifiez la méthode à l’aide de la documentation de l’API.

RequestTimeout = Le délai de la requête a expiré.
    .action = Réessayez plus tard.

ContentTooLarge = Le corps de la requête est trop volumineux.
    .action = Envoyez moins de données ou répartissez-les sur plusieurs requêtes.

UnsupportedMediaType = Le type de contenu de la requête n’est pas pris en charge.
    .action = Indiquez dans l’en-tête Content-Type un type que cite la documentation de l’API, par exemple application/json.

UnprocessableContent = Le contenu du corps de la requête n’est pas valide.
    .action = Vérifiez les champs du corps et leurs types à l’aide de la documentation de l’API.

TooManyRequests = Trop de requêtes ont été envoyées.
    .action = Patientez un instant, puis réessayez.

ServiceUnavailable = Le service n’est pas disponible pour le moment.
    .action = Réessayez plus tard.
