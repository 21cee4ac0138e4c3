### tolken-foutencatalogus, nl-NL

BadRequest = De aanvraag is ongeldig.
    .action = Controleer de syntaxis en de parameters van de aanvraag aan de hand van de API-documentatie.
ODataError = De OData-URI-query is ongeldig: { $detail }
    .action = Corrigeer de OData-queryopties in de URI en probeer het opnieuw.
InvalidInput = De invoer ‘{ $input }’ is ongeldig.
    .action = Corrigeer de waarde en probeer het opnieuw.
InvalidRequestBody = De hoofdtekst van de aanvraag is ongeldig.
    .action = Controleer of de hoofdtekst de juiste indeling heeft en of de parameternamen, inclusief het hoofdlettergebruik, overeenkomen met de documentatie.
InvalidHashValue = De hashwaarde { $hash } is ongeldig.
    .action = Geef een volledige hashwaarde op in een ondersteunde indeling.
InvalidDomainName = De domeinnaam { $domain } is ongeldig.
    .action = Geef een geldige domeinnaam op, bijvoorbeeld example.com.
InvalidIpAddress = Het IP-adres { $ip_address } is ongeldig.
    .action = Geef een geldig IPv4- of IPv6-adres op.
InvalidUrl = De URL { $url } is ongeldig.
    .action = Geef een volledige URL op, inclusief het schema (bijvoorbeeld https://).
MaximumBatchSizeExceeded = De maximale batchgrootte is overschreden. Ontvangen: { NUMBER($received) }, toegestaan: { NUMBER($allowed) }.
    .action =
        { $allowed ->
            [one] Verzend maximaal { NUMBER($allowed) } item per aanvraag.
           *[other] Verzend maximaal { NUMBER($allowed) } items per aanvraag.
        }
MissingRequiredParameter = De vereiste parameter { $parameter } ontbreekt.
    .action = Voeg de parameter { $parameter } toe aan de aanvraag. Parameternamen zijn hoofdlettergevoelig.
OsPlatformNotSupported = Het OS-platform { $os_platform } wordt niet ondersteund voor deze actie.
    .action = Voer de actie uit op een apparaat met een ondersteund OS-platform.
ClientVersionNotSupported = De actie { $action } wordt ondersteund vanaf clientversie { $minimum_version }.
    .action = Werk de client bij naar versie { $minimum_version } of hoger.
Unauthorized = De verificatie is mislukt. De autorisatieheader is mogelijk ongeldig of verlopen.
    .action = Haal een nieuw toegangstoken op en stuur het mee in de Authorization-header.
Forbidden = Toegang geweigerd. Het token is geldig, maar heeft onvoldoende machtigingen voor deze actie.
    .action = Vraag een beheerder om de vereiste machtiging te verlenen.
DisabledFeature = Deze functie is niet ingeschakeld voor de tenant.
    .action = Vraag een tenantbeheerder om de functie in te schakelen.
DisallowedOperation = De bewerking { $operation } is niet toegestaan. Reden: { $reason }
    .action = Los het vermelde probleem op of gebruik een bewerking die wel is toegestaan.
NotFound = Het aangevraagde item is niet gevonden.
    .action = Controleer het pad en de id’s in de aanvraag.
ResourceNotFound =
    { $resource_type ->
        [machine] De computer
        [alert] De waarschuwing
        [incident] Het incident
       *[other] De resource
    } { $resource_id } is niet gevonden.
    .action = Controleer of de id juist is en of de resource nog bestaat.
InternalServerError = Er is een interne serverfout opgetreden.
    .action = Probeer het opnieuw. Als het probleem zich blijft voordoen, neemt u contact op met de ondersteuning en vermeldt u de tracerings-id.
status-400 = Ongeldige aanvraag
status-401 = Niet geautoriseerd
status-403 = Verboden
status-404 = Niet gevonden
status-500 = Interne serverfout
label-error-code = Foutcode
label-http-status = HTTP-statuscode
label-message = Bericht
label-action = Aanbevolen actie
label-examples = Voorbeelden
label-tracking-id = Tracerings-id
note-case-sensitive = De parameters in de hoofdtekst van de aanvraag zijn hoofdlettergevoelig. Als u de fout InvalidRequestBody of MissingRequiredParameter krijgt, controleert u de spelling en het hoofdlettergebruik van elke parameter aan de hand van het voorbeeld in de API-documentatie.
note-authorization = Deze fout betekent meestal dat de autorisatieheader ongeldig of verlopen is.
note-permission = Het token is geldig, maar heeft onvoldoende machtigingen voor de actie.
note-internal = Deze fout bevat mogelijk geen bericht. Probeer het opnieuw. Neem contact met ons op als het probleem zich blijft voordoen.
note-tracking-id = Elk foutantwoord bevat een unieke tracerings-id in de eigenschap ‘target’. Vermeld deze id als u contact met ons opneemt over een fout. Zo helpt u ons de hoofdoorzaak te vinden.
