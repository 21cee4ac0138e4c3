portal-title = Catalogue d’erreurs
skip-link = Aller au contenu principal
navigation = Navigation principale
navigation-api = API
language-name = Français
language-switch = Langue
separator = { ", " }

copy = Copier
copied = Copié
copy-message = Copier le message
copy-action = Copier l’action recommandée
copy-argument = Copier { $name }
copy-code = Copier le code d’erreur
copy-link = Copier le lien
copy-response = Copier la réponse
copy-tracking-id = Copier l’ID de suivi

lookup-title = Qu’a vu le client ?
lookup-label = Texte vu par le client
lookup-hint = Collez un message, une partie d’un message ou une ligne de journal entière, quelle que soit la langue. Le texte n’est pas conservé.
lookup-paste-hint = Un texte collé est recherché immédiatement.
lookup-submit = Rechercher le texte
lookup-again = Rechercher un autre texte

search-title = Rechercher dans le catalogue
search-label = Code ou mots, dans n’importe quelle langue
search-any-status = Tous
search-submit = Rechercher
search-count = { $count ->
    [0] Aucun code n’a été trouvé.
    [one] { NUMBER($count) } code
    [many] { NUMBER($count) } de codes
   *[other] { NUMBER($count) } codes
}
search-none-hint = Vérifiez l’orthographe, utilisez moins de mots ou choisissez un autre code d’état.
search-pages = Pages de résultats
search-page = Page { NUMBER($page) } sur { NUMBER($pages) }
search-previous = Page précédente
search-next = Page suivante

answer-title = Résultat de la recherche
answer-count = { $count ->
    [one] { NUMBER($count) } message a été trouvé dans le texte.
    [many] { NUMBER($count) } de messages ont été trouvés dans le texte.
   *[other] { NUMBER($count) } messages ont été trouvés dans le texte.
}
answer-none = Le texte ne ressemble à aucun message du catalogue.
answer-none-more = Collez davantage de texte, exactement comme il était affiché.
answer-none-search = Recherchez des mots isolés du texte :
answer-none-other = Il se peut que le texte provienne d’un autre service.
answer-incomplete = Le texte est trop long ou trop complexe pour être analysé en entier. Collez uniquement la partie utile.
answer-language = Langue du texte
answer-code = Ouvrir la page du code { $code }
answer-shared = Un autre code a le même texte. Rien dans le texte ne permet de les distinguer.
legend-message = Message
legend-argument = Argument

sure-certain = Presque certain ({ NUMBER($score, style: "percent") })
sure-likely = Probable ({ NUMBER($score, style: "percent") })
sure-possible = Possible ({ NUMBER($score, style: "percent") })
sure-doubtful = Douteux ({ NUMBER($score, style: "percent") })

kind-exact = { $what ->
    [action] Tous les mots de l’action recommandée figurent dans le texte.
   *[message] Tous les mots du message figurent dans le texte.
}
kind-former = { $what ->
    [action] Le texte contient une formulation antérieure de l’action recommandée.
   *[message] Le texte contient une formulation antérieure du message.
}
kind-fuzzy = { $what ->
    [action] Le texte ressemble à l’action recommandée.
   *[message] Le texte ressemble au message.
}
kind-truncated = { $what ->
    [action] Le texte contient une partie de l’action recommandée, qui est tronquée.
   *[message] Le texte contient une partie du message, qui est tronqué.
}

difference-title = Différences
difference-missing = L’élément « { $expected } » est manquant.
difference-extra = L’élément « { $given } » ne figure pas dans le message.
difference-instead = L’élément « { $given } » figure à la place de l’élément « { $expected } ».

arguments-title = Arguments
argument-name = Nom
argument-value = Valeur
argument-sure = Certitude
argument-exact = Valeur exacte
argument-chosen = D’autres valeurs donneraient le même texte.
argument-open = La fin de la valeur est incertaine.
argument-example = Exemple :
argument-sensitive = Sensible : un texte de substitution est affiché et aucun lien ne contient la valeur.
type-string = texte
type-integer = nombre entier
type-number = nombre
type-datetime = date et heure
type-list = liste d’éléments séparés par des virgules
type-enum = une valeur parmi plusieurs

others-title = Dans les autres langues
candidates-title = Autres codes possibles ({ NUMBER($count) })
code-retired = Retiré
code-replacement = Utilisez plutôt ce code :
code-help = Documentation
code-missing = Non disponible dans les langues suivantes :
try-hint = Saisissez vos propres valeurs. Un champ vide affiche son exemple.
try-submit = Afficher
share-label = Lien vers cette page avec ces arguments :
responses-title = Réponses
notes-title = Remarques

locales-title = Langues
locales-intro = Les langues du catalogue et la part des textes de la langue source disponible dans chacune d’elles.
locales-source = Langue source
coverage-messages = Messages
coverage-actions = Actions recommandées
coverage-share = { NUMBER($count) } sur { NUMBER($total) }
coverage-missing-messages = Messages manquants :
coverage-missing-actions = Actions recommandées manquantes :
coverage-more = et { NUMBER($count) } de plus

error-near = Vouliez-vous dire :
error-home = Accéder à la page d’accueil
