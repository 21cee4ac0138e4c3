### Catalogue d’erreurs tolken, fr-FR

BadRequest = La requête n’est pas valide.
    .action = Vérifiez la syntaxe et les paramètres de la requête à l’aide de la documentation de l’API.
ODataError = La requête OData de l’URI n’est pas valide : { $detail }
    .action = Corrigez les options de requête OData dans l’URI, puis réessayez.
InvalidInput = L’entrée « { $input } » n’est pas valide.
    .action = Corrigez la valeur, puis réessayez.
InvalidRequestBody = Le corps de la requête n’est pas valide.
    .action = Vérifiez que le corps est bien formé et que les noms des paramètres correspondent à ceux de la documentation, casse comprise.
InvalidHashValue = La valeur de hachage { $hash } n’est pas valide.
    .action = Indiquez une valeur de hachage complète dans un format pris en charge.
InvalidDomainName = Le nom de domaine { $domain } n’est pas valide.
    .action = Indiquez un nom de domaine valide, par exemple example.com.
InvalidIpAddress = L’adresse IP { $ip_address } n’est pas valide.
    .action = Indiquez une adresse IPv4 ou IPv6 valide.
InvalidUrl = L’URL { $url } n’est pas valide.
    .action = Indiquez une URL complète, y compris le schéma (par exemple, https://).
MaximumBatchSizeExceeded = La taille maximale du lot a été dépassée. Taille reçue : { NUMBER($received) } ; taille autorisée : { NUMBER($allowed) }.
    .action =
        { $allowed ->
            [one] Envoyez au maximum { NUMBER($allowed) } élément par requête.
            [many] Envoyez au maximum { NUMBER($allowed) } d’éléments par requête.
           *[other] Envoyez au maximum { NUMBER($allowed) } éléments par requête.
        }
MissingRequiredParameter = Le paramètre obligatoire { $parameter } est manquant.
    .action = Ajoutez le paramètre { $parameter } à la requête. Les noms de paramètres sont sensibles à la casse.
OsPlatformNotSupported = La plateforme de système d’exploitation { $os_platform } n’est pas prise en charge pour cette action.
    .action = Exécutez l’action sur un appareil dont le système d’exploitation est pris en charge.
ClientVersionNotSupported = L’action { $action } est prise en charge à partir de la version { $minimum_version } du client.
    .action = Mettez à jour le client vers la version { $minimum_version } ou une version ultérieure.
Unauthorized = Échec de l’authentification. Il se peut que l’en-tête d’autorisation ne soit pas valide ou qu’il ait expiré.
    .action = Obtenez un nouveau jeton d’accès, puis envoyez-le dans l’en-tête Authorization.
Forbidden = Accès refusé. Le jeton est valide, mais ses autorisations sont insuffisantes pour cette action.
    .action = Demandez à un administrateur d’accorder l’autorisation requise.
DisabledFeature = Cette fonctionnalité n’est pas activée pour le locataire.
    .action = Demandez à un administrateur du locataire d’activer la fonctionnalité.
DisallowedOperation = L’opération { $operation } n’est pas autorisée. Raison : { $reason }
    .action = Corrigez le problème à l’origine du refus ou effectuez une opération autorisée.
NotFound = L’élément demandé est introuvable.
    .action = Vérifiez le chemin et les identificateurs de la requête.
ResourceNotFound =
    { $resource_type ->
        [machine] L’ordinateur
        [alert] L’alerte
        [incident] L’incident
       *[other] La ressource
    } { $resource_id } est introuvable.
    .action = Vérifiez l’identificateur et assurez-vous que la ressource existe toujours.
InternalServerError = Une erreur interne du serveur s’est produite.
    .action = Réessayez l’opération. Si le problème persiste, contactez le support en indiquant l’ID de suivi.
status-400 = Requête incorrecte
status-401 = Non autorisé
status-403 = Interdit
status-404 = Introuvable
status-500 = Erreur interne du serveur
label-error-code = Code d’erreur
label-http-status = Code d’état HTTP
label-message = Message
label-action = Action recommandée
label-examples = Exemples
label-tracking-id = ID de suivi
note-case-sensitive = Les paramètres du corps de la requête sont sensibles à la casse. Si vous obtenez une erreur InvalidRequestBody ou MissingRequiredParameter, vérifiez l’orthographe et la casse de chaque paramètre par rapport à l’exemple fourni dans la documentation de l’API.
note-authorization = Cette erreur signifie généralement que l’en-tête d’autorisation n’est pas valide ou a expiré.
note-permission = Le jeton est valide, mais ses autorisations sont insuffisantes pour l’action.
note-internal = Cette erreur peut ne pas comporter de message. Réessayez l’opération. Si le problème persiste, contactez-nous.
note-tracking-id = Chaque réponse d’erreur contient un ID de suivi unique dans la propriété « target ». Indiquez-le lorsque vous nous contactez à propos d’une erreur : il nous aide à en trouver la cause première.
