UnknownCode = Le code { $code } est introuvable dans le catalogue.
    .action = Vérifiez l’orthographe et la casse du code.

UnknownLocale = Le catalogue n’est pas disponible dans la langue { $locale }.
    .action = Utilisez { LIST($available, type: "or") }.

NoSources = Les fichiers Fluent de la langue { $locale } ne sont pas disponibles, car le service utilise un catalogue précompilé.
    .action = Demandez à l’opérateur du service d’utiliser plutôt un dossier de fichiers Fluent.

UnknownProfile = Le profil { $profile } n’existe pas.
    .action = Utilisez { LIST($available, type: "or") }.

AddressNotUtf8 = L’adresse de la requête n’est pas en UTF-8 valide.
    .action = Encodez l’adresse en UTF-8, puis appliquez l’encodage-pourcent.

NumberOutOfRange = Le paramètre { $parameter } n’est pas un nombre entier compris entre { NUMBER($least) } et { NUMBER($greatest) }.
    .action = Corrigez la valeur, puis réessayez.

UnknownValue = La valeur « { $value } » du paramètre { $parameter } n’est pas valide.
    .action = Utilisez { LIST($available, type: "or") }.

BodyNotUtf8 = L’encodage UTF-8 du corps de la requête n’est pas valide à l’octet { NUMBER($position) }.
    .action = Encodez le corps en UTF-8.

MalformedJson = Le JSON du corps de la requête n’est pas valide à la ligne { NUMBER($line) }, colonne { NUMBER($column) } : { $detail }
    .action = Corrigez le JSON à cet endroit.

NoObject = Le corps de la requête n’est ni un objet JSON contenant le champ { $field }, ni un tableau de tels objets.
    .action = Vérifiez le corps à l’aide de la documentation de l’API.

BatchTooLarge = Le lot contient trop de requêtes. Nombre reçu : { NUMBER($received) } ; nombre autorisé : { NUMBER($allowed) }.
    .action = Divisez le lot en plusieurs lots.

MissingField = Le champ obligatoire { $field } est manquant (ligne { NUMBER($line) }, colonne { NUMBER($column) }).
    .action = Ajoutez le champ { $field } à l’objet.

UnknownField = Le champ { $field } est inconnu (ligne { NUMBER($line) }, colonne { NUMBER($column) }).
    .action = Supprimez le champ ou corrigez son nom. Les noms de champs sont sensibles à la casse.

RepeatedField = Le champ { $field } apparaît plusieurs fois (ligne { NUMBER($line) }, colonne { NUMBER($column) }).
    .action = Ne conservez qu’une seule occurrence du champ.

WrongType = Le type d’une valeur n’est pas valide à la ligne { NUMBER($line) }, colonne { NUMBER($column) } : { $detail }
    .action = Vérifiez les types des champs à l’aide de la documentation de l’API.

TwoLanguages = La requête contient à la fois le champ locale et le champ accept_language.
    .action = Ne conservez que l’un des deux.

UnknownForm = Le format « { $form } » indiqué dans le champ as n’existe pas.
    .action = Utilisez { LIST($available, type: "or") }.
