-portal = Portail Contoso

TooMany = Trop d’éléments.
    .action = { $allowed ->
        [one] Envoyez un seul élément à { -portal }.
        [many] Envoyez au maximum { NUMBER($allowed) } d’éléments à { -portal }.
       *[other] Envoyez au maximum { NUMBER($allowed) } éléments à { -portal }.
    }
