MethodNotAllowed = Dit adres ondersteunt de HTTP-methode van de aanvraag niet.
    .action = Controleer de methode aan de hand van de API-documentatie.

RequestTimeout = De aanvraag duurde te lang.
    .action = Probeer het later opnieuw.

ContentTooLarge = De hoofdtekst van de aanvraag is te groot.
    .action = Verstuur minder gegevens of verdeel ze over meerdere aanvragen.

UnsupportedMediaType = Het inhoudstype van de aanvraag wordt niet ondersteund.
    .action = Stel de header Content-Type in op een type dat in de API-documentatie staat, bijvoorbeeld application/json.

UnprocessableContent = De inhoud van de hoofdtekst van de aanvraag is ongeldig.
    .action = Controleer de velden van de hoofdtekst en hun typen aan de hand van de API-documentatie.

TooManyRequests = Er zijn te veel aanvragen verzonden.
    .action = Wacht even en probeer het opnieuw.

ServiceUnavailable = De service is momenteel niet beschikbaar.
    .action = Probeer het later opnieuw.
