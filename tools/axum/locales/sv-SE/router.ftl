MethodNotAllowed = Adressen stöder inte HTTP-metoden i begäran.
    .action = Kontrollera metoden mot API-dokumentationen.

RequestTimeout = Begäran tog för lång tid.
    .action = Försök igen senare.

ContentTooLarge = Begärandetexten är för stor.
    .action = Skicka mindre data eller dela upp begäran i flera.

UnsupportedMediaType = Innehållstypen i begäran stöds inte.
    .action = Ange en typ som finns i API-dokumentationen i huvudet Content-Type, till exempel application/json.

UnprocessableContent = Begärandetextens innehåll är ogiltigt.
    .action = Kontrollera fälten i begärandetexten och deras typer mot API-dokumentationen.

TooManyRequests = För många begäranden har skickats.
    .action = Vänta en stund och försök igen.

ServiceUnavailable = Tjänsten är inte tillgänglig just nu.
    .action = Försök igen senare.
