### tolken-felkatalog, sv-SE

BadRequest = Begäran är ogiltig.
    .action = Kontrollera begärans syntax och parametrar mot API-dokumentationen.
ODataError = OData-URI-frågan är ogiltig: { $detail }
    .action = Korrigera OData-frågealternativen i URI:n och försök igen.
InvalidInput = Indatavärdet ”{ $input }” är ogiltigt.
    .action = Korrigera värdet och försök igen.
InvalidRequestBody = Begärandetexten är ogiltig.
    .action = Kontrollera att begärandetexten har rätt format och att parameternamnen stämmer överens med dokumentationen, även i fråga om stora och små bokstäver.
InvalidHashValue = Hashvärdet { $hash } är ogiltigt.
    .action = Ange ett fullständigt hashvärde i ett format som stöds.
InvalidDomainName = Domännamnet { $domain } är ogiltigt.
    .action = Ange ett giltigt domännamn, till exempel example.com.
InvalidIpAddress = IP-adressen { $ip_address } är ogiltig.
    .action = Ange en giltig IPv4- eller IPv6-adress.
InvalidUrl = URL:en { $url } är ogiltig.
    .action = Ange en fullständig URL, inklusive schema (till exempel https://).
MaximumBatchSizeExceeded = Den maximala batchstorleken har överskridits. Mottaget antal: { NUMBER($received) }, tillåtet antal: { NUMBER($allowed) }.
    .action =
        { $allowed ->
            [one] Skicka högst { NUMBER($allowed) } objekt per begäran.
           *[other] Skicka högst { NUMBER($allowed) } objekt per begäran.
        }
MissingRequiredParameter = Den obligatoriska parametern { $parameter } saknas.
    .action = Lägg till parametern { $parameter } i begäran. Parameternamn är skiftlägeskänsliga.
OsPlatformNotSupported = OS-plattformen { $os_platform } stöds inte för den här åtgärden.
    .action = Kör åtgärden på en enhet med en OS-plattform som stöds.
ClientVersionNotSupported = Åtgärden { $action } stöds från och med klientversion { $minimum_version }.
    .action = Uppdatera klienten till version { $minimum_version } eller senare.
Unauthorized = Autentiseringen misslyckades. Auktoriseringshuvudet kan vara ogiltigt eller ha upphört att gälla.
    .action = Hämta en ny åtkomsttoken och skicka den i Authorization-huvudet.
Forbidden = Åtkomst nekad. Token är giltig men ger inte tillräcklig behörighet för den här åtgärden.
    .action = Be en administratör att bevilja den behörighet som krävs.
DisabledFeature = Den här funktionen är inte aktiverad för klientorganisationen.
    .action = Be en administratör för klientorganisationen att aktivera funktionen.
DisallowedOperation = Åtgärden { $operation } är inte tillåten. Orsak: { $reason }
    .action = Lös problemet som anges i orsaken eller använd en åtgärd som är tillåten.
NotFound = Det begärda objektet hittades inte.
    .action = Kontrollera sökvägen och identifierarna i begäran.
ResourceNotFound =
    { $resource_type ->
        [machine] Datorn
        [alert] Aviseringen
        [incident] Incidenten
       *[other] Resursen
    } { $resource_id } hittades inte.
    .action = Kontrollera att identifieraren är korrekt och att resursen fortfarande finns.
InternalServerError = Ett internt serverfel har inträffat.
    .action = Försök igen. Om problemet kvarstår kontaktar du supporten och anger spårnings-ID:t.
status-400 = Felaktig begäran
status-401 = Obehörig
status-403 = Förbjudet
status-404 = Hittades inte
status-500 = Internt serverfel
label-error-code = Felkod
label-http-status = HTTP-statuskod
label-message = Meddelande
label-action = Rekommenderad åtgärd
label-examples = Exempel
label-tracking-id = Spårnings-ID
note-case-sensitive = Parametrarna i begärandetexten är skiftlägeskänsliga. Om du får felet InvalidRequestBody eller MissingRequiredParameter kontrollerar du varje parameters stavning och skiftläge mot exemplet i API-dokumentationen.
note-authorization = Det här felet betyder vanligtvis att auktoriseringshuvudet är ogiltigt eller har upphört att gälla.
note-permission = Token är giltig, men dess behörigheter är otillräckliga för åtgärden.
note-internal = Det här felet kanske inte har något meddelande. Försök igen. Kontakta oss om problemet kvarstår.
note-tracking-id = Varje felsvar innehåller ett unikt spårnings-ID i egenskapen ”target”. Ange det när du kontaktar oss om ett fel, så blir det lättare för oss att hitta grundorsaken.
