portal-title = Felkatalog
skip-link = Gå till huvudinnehållet
navigation = Huvudmeny
navigation-api = API
language-name = Svenska
language-switch = Språk
separator = { ", " }

copy = Kopiera
copied = Kopierat
copy-message = Kopiera meddelandet
copy-action = Kopiera den rekommenderade åtgärden
copy-argument = Kopiera { $name }
copy-code = Kopiera felkoden
copy-link = Kopiera länken
copy-response = Kopiera svaret
copy-tracking-id = Kopiera spårnings-ID:t

lookup-title = Vad såg kunden?
lookup-label = Text som kunden såg
lookup-hint = Klistra in ett meddelande, en del av det eller en hel loggrad, oavsett språk. Texten sparas inte.
lookup-paste-hint = En text som du klistrar in slås upp direkt.
lookup-submit = Slå upp
lookup-again = Slå upp en annan text

search-title = Sök i katalogen
search-label = Kod eller ord, på valfritt språk
search-any-status = Alla
search-submit = Sök
search-count = { $count ->
    [0] Inga koder hittades.
    [one] { NUMBER($count) } kod
   *[other] { NUMBER($count) } koder
}
search-none-hint = Kontrollera stavningen, använd färre ord eller välj en annan status.
search-pages = Resultatsidor
search-page = Sida { NUMBER($page) } av { NUMBER($pages) }
search-previous = Föregående sida
search-next = Nästa sida

answer-title = Resultat
answer-count = { $count ->
    [one] { NUMBER($count) } meddelande hittades i texten.
   *[other] { NUMBER($count) } meddelanden hittades i texten.
}
answer-none = Texten liknar inget meddelande i katalogen.
answer-none-more = Klistra in mer av texten, precis som den visades.
answer-none-search = Sök efter enstaka ord ur texten:
answer-none-other = Texten kan komma från en annan tjänst.
answer-incomplete = Texten är för lång eller för komplicerad för att genomsökas helt. Klistra in bara den del som behövs.
answer-language = Textens språk
answer-code = Öppna sidan för { $code }
answer-shared = En annan kod har samma text. Inget i texten skiljer dem åt.
legend-message = Meddelande
legend-argument = Argument

sure-certain = Nästan säkert ({ NUMBER($score, style: "percent") })
sure-likely = Troligt ({ NUMBER($score, style: "percent") })
sure-possible = Möjligt ({ NUMBER($score, style: "percent") })
sure-doubtful = Tveksamt ({ NUMBER($score, style: "percent") })

kind-exact = { $what ->
    [action] Alla ord i den rekommenderade åtgärden finns i texten.
   *[message] Alla ord i meddelandet finns i texten.
}
kind-former = { $what ->
    [action] Texten innehåller en tidigare formulering av den rekommenderade åtgärden.
   *[message] Texten innehåller en tidigare formulering av meddelandet.
}
kind-fuzzy = { $what ->
    [action] Texten liknar den rekommenderade åtgärden.
   *[message] Texten liknar meddelandet.
}
kind-truncated = { $what ->
    [action] Texten innehåller en del av den rekommenderade åtgärden, som är avkortad.
   *[message] Texten innehåller en del av meddelandet, som är avkortat.
}

difference-title = Skillnader
difference-missing = ”{ $expected }” saknas.
difference-extra = ”{ $given }” finns inte i meddelandet.
difference-instead = ”{ $given }” står i stället för ”{ $expected }”.

arguments-title = Argument
argument-name = Namn
argument-value = Värde
argument-sure = Visshet
argument-exact = Exakt
argument-chosen = Andra värden skulle ge samma text.
argument-open = Var värdet slutar är en gissning.
argument-example = Exempel:
argument-sensitive = Känsligt: en platshållare visas och ingen länk innehåller värdet.
type-string = text
type-integer = heltal
type-number = tal
type-datetime = datum och tid
type-list = lista, avgränsad med kommatecken
type-enum = ett av flera värden

others-title = På andra språk
candidates-title = Andra kandidater ({ NUMBER($count) })
code-retired = Utgången
code-replacement = Använd den här koden i stället:
code-help = Dokumentation
code-missing = Inte tillgängligt på:
try-hint = Ange egna värden. För ett tomt fält visas exemplet.
try-submit = Visa
share-label = Länk till den här sidan med de här argumenten:
responses-title = Svar
notes-title = Anmärkningar

locales-title = Språk
locales-intro = Katalogens språk och hur mycket av källspråket som finns på vart och ett av dem.
locales-source = Källspråk
coverage-messages = Meddelanden
coverage-actions = Rekommenderade åtgärder
coverage-share = { NUMBER($count) } av { NUMBER($total) }
coverage-missing-messages = Meddelanden som saknas:
coverage-missing-actions = Rekommenderade åtgärder som saknas:
coverage-more = och { NUMBER($count) } till

error-near = Menade du:
error-home = Gå till startsidan
