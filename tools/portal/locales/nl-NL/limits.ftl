AddressTooLong = Het adres van de aanvraag is te lang.
    .action = Maak het adres korter of verstuur de gegevens in de hoofdtekst van de aanvraag.

HeadersTooLarge = De headers van de aanvraag zijn te groot.
    .action = Verstuur minder of kortere headers.
