UnknownCode = De code { $code } staat niet in de catalogus.
    .action = Controleer de spelling en het hoofdlettergebruik van de code.

UnknownLocale = De catalogus is niet beschikbaar in de taal { $locale }.
    .action = Gebruik { LIST($available, type: "or") }.

NoSources = De Fluent-bestanden van de taal { $locale } zijn niet beschikbaar, omdat de service met een vooraf gemaakte catalogus werkt.
    .action = Vraag de beheerder van de service om in plaats daarvan een map met Fluent-bestanden te gebruiken.

UnknownProfile = Het profiel { $profile } bestaat niet.
    .action = Gebruik { LIST($available, type: "or") }.

AddressNotUtf8 = Het adres van de aanvraag is geen geldige UTF-8.
    .action = Codeer het adres in UTF-8 en pas daarna procentcodering toe.

NumberOutOfRange = De parameter { $parameter } is geen geheel getal van { NUMBER($least) } tot en met { NUMBER($greatest) }.
    .action = Corrigeer de waarde en probeer het opnieuw.

UnknownValue = De waarde ‘{ $value }’ van de parameter { $parameter } is ongeldig.
    .action = Gebruik { LIST($available, type: "or") }.

BodyNotUtf8 = De hoofdtekst van de aanvraag is geen geldige UTF-8 bij byte { NUMBER($position) }.
    .action = Codeer de hoofdtekst in UTF-8.

MalformedJson = De hoofdtekst van de aanvraag is geen geldige JSON op regel { NUMBER($line) }, kolom { NUMBER($column) }: { $detail }
    .action = Corrigeer de JSON op deze plaats.

NoObject = De hoofdtekst van de aanvraag is geen JSON-object met het veld { $field } en ook geen matrix met zulke objecten.
    .action = Controleer de hoofdtekst aan de hand van de API-documentatie.

BatchTooLarge = De batch bevat te veel aanvragen. Ontvangen: { NUMBER($received) }, toegestaan: { NUMBER($allowed) }.
    .action = Splits de batch in meerdere batches.

MissingField = Het vereiste veld { $field } ontbreekt (regel { NUMBER($line) }, kolom { NUMBER($column) }).
    .action = Voeg het veld { $field } toe aan het object.

UnknownField = Het veld { $field } is onbekend (regel { NUMBER($line) }, kolom { NUMBER($column) }).
    .action = Verwijder het veld of corrigeer de naam. Veldnamen zijn hoofdlettergevoelig.

RepeatedField = Het veld { $field } komt meer dan één keer voor (regel { NUMBER($line) }, kolom { NUMBER($column) }).
    .action = Behoud er slechts één.

WrongType = Een waarde heeft een ongeldig type op regel { NUMBER($line) }, kolom { NUMBER($column) }: { $detail }
    .action = Controleer de typen van de velden aan de hand van de API-documentatie.

TwoLanguages = De aanvraag bevat zowel het veld locale als het veld accept_language.
    .action = Behoud slechts een van beide.

UnknownForm = De vorm ‘{ $form }’ in het veld as bestaat niet.
    .action = Gebruik { LIST($available, type: "or") }.
