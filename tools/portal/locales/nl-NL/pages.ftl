portal-title = Foutencatalogus
skip-link = Naar de hoofdinhoud
navigation = Hoofdmenu
navigation-api = API
language-name = Nederlands
language-switch = Taal
separator = { ", " }

copy = Kopiëren
copied = Gekopieerd
copy-message = Bericht kopiëren
copy-action = Aanbevolen actie kopiëren
copy-argument = { $name } kopiëren
copy-code = Foutcode kopiëren
copy-link = Koppeling kopiëren
copy-response = Antwoord kopiëren
copy-tracking-id = Tracerings-id kopiëren

lookup-title = Wat heeft de klant gezien?
lookup-label = Tekst die de klant heeft gezien
lookup-hint = Plak een bericht, een deel ervan of een hele logregel, in welke taal dan ook. De tekst wordt niet bewaard.
lookup-paste-hint = Een tekst die u plakt, wordt direct opgezocht.
lookup-submit = Opzoeken
lookup-again = Een andere tekst opzoeken

search-title = Zoeken in de catalogus
search-label = Code of woorden, in welke taal dan ook
search-any-status = Alle
search-submit = Zoeken
search-count = { $count ->
    [0] Er zijn geen codes gevonden.
    [one] { NUMBER($count) } code
   *[other] { NUMBER($count) } codes
}
search-none-hint = Controleer de spelling, gebruik minder woorden of kies een andere status.
search-pages = Resultaatpagina’s
search-page = Pagina { NUMBER($page) } van { NUMBER($pages) }
search-previous = Vorige pagina
search-next = Volgende pagina

answer-title = Resultaat
answer-count = { $count ->
    [one] Er is { NUMBER($count) } bericht gevonden in de tekst.
   *[other] Er zijn { NUMBER($count) } berichten gevonden in de tekst.
}
answer-none = De tekst lijkt op geen enkel bericht in de catalogus.
answer-none-more = Plak meer van de tekst, precies zoals die is weergegeven.
answer-none-search = Zoek op losse woorden uit de tekst:
answer-none-other = De tekst is mogelijk afkomstig van een andere service.
answer-incomplete = De tekst is te lang of te complex om volledig te doorzoeken. Plak alleen het deel dat van belang is.
answer-language = Taal van de tekst
answer-code = De pagina van { $code } openen
answer-shared = Een andere code heeft dezelfde tekst. Niets in de tekst onderscheidt ze van elkaar.
legend-message = Bericht
legend-argument = Argument

sure-certain = Bijna zeker ({ NUMBER($score, style: "percent") })
sure-likely = Waarschijnlijk ({ NUMBER($score, style: "percent") })
sure-possible = Mogelijk ({ NUMBER($score, style: "percent") })
sure-doubtful = Twijfelachtig ({ NUMBER($score, style: "percent") })

kind-exact = { $what ->
    [action] Alle woorden van de aanbevolen actie staan in de tekst.
   *[message] Alle woorden van het bericht staan in de tekst.
}
kind-former = { $what ->
    [action] De tekst bevat een eerdere formulering van de aanbevolen actie.
   *[message] De tekst bevat een eerdere formulering van het bericht.
}
kind-fuzzy = { $what ->
    [action] De tekst lijkt op de aanbevolen actie.
   *[message] De tekst lijkt op het bericht.
}
kind-truncated = { $what ->
    [action] De tekst bevat een deel van de aanbevolen actie, die is afgekapt.
   *[message] De tekst bevat een deel van het bericht, dat is afgekapt.
}

difference-title = Verschillen
difference-missing = ‘{ $expected }’ ontbreekt.
difference-extra = ‘{ $given }’ staat niet in het bericht.
difference-instead = ‘{ $given }’ staat in de plaats van ‘{ $expected }’.

arguments-title = Argumenten
argument-name = Naam
argument-value = Waarde
argument-sure = Zekerheid
argument-exact = Exact
argument-chosen = Andere waarden zouden dezelfde tekst opleveren.
argument-open = Waar de waarde eindigt, is een schatting.
argument-example = Voorbeeld:
argument-sensitive = Gevoelig: er wordt een tijdelijke aanduiding weergegeven en geen enkele koppeling bevat de waarde.
type-string = tekst
type-integer = geheel getal
type-number = getal
type-datetime = datum en tijd
type-list = lijst, gescheiden door komma’s
type-enum = een van meerdere waarden

others-title = In andere talen
candidates-title = Andere kandidaten ({ NUMBER($count) })
code-retired = Buiten gebruik
code-replacement = Gebruik in plaats daarvan deze code:
code-help = Documentatie
code-missing = Niet beschikbaar in:
try-hint = Voer uw eigen waarden in. Voor een leeg veld wordt het voorbeeld weergegeven.
try-submit = Weergeven
share-label = Koppeling naar deze pagina met deze argumenten:
responses-title = Antwoorden
notes-title = Opmerkingen

locales-title = Talen
locales-intro = De talen van de catalogus, en hoeveel van de brontaal in elke taal beschikbaar is.
locales-source = Brontaal
coverage-messages = Berichten
coverage-actions = Aanbevolen acties
coverage-share = { NUMBER($count) } van { NUMBER($total) }
coverage-missing-messages = Ontbrekende berichten:
coverage-missing-actions = Ontbrekende aanbevolen acties:
coverage-more = en nog { NUMBER($count) }

error-near = Bedoelde u:
error-home = Naar de startpagina
