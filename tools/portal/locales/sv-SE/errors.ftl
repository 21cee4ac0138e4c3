UnknownCode = Koden { $code } finns inte i katalogen.
    .action = Kontrollera kodens stavning och skiftläge.

UnknownLocale = Katalogen finns inte på språket { $locale }.
    .action = Använd { LIST($available, type: "or") }.

NoSources = Fluent-filerna för språket { $locale } är inte tillgängliga, eftersom tjänsten körs med en färdigbyggd katalog.
    .action = Be tjänstens operatör att använda en mapp med Fluent-filer i stället.

UnknownProfile = Profilen { $profile } finns inte.
    .action = Använd { LIST($available, type: "or") }.

AddressNotUtf8 = Adressen i begäran är inte giltig UTF-8.
    .action = Koda adressen i UTF-8 och procentkoda den sedan.

NumberOutOfRange = Parametern { $parameter } är inte ett heltal från { NUMBER($least) } till { NUMBER($greatest) }.
    .action = Korrigera värdet och försök igen.

UnknownValue = Värdet ”{ $value }” för parametern { $parameter } är ogiltigt.
    .action = Använd { LIST($available, type: "or") }.

BodyNotUtf8 = Begärandetexten är inte giltig UTF-8 vid byte { NUMBER($position) }.
    .action = Koda begärandetexten i UTF-8.

MalformedJson = Begärandetexten är inte giltig JSON på rad { NUMBER($line) }, kolumn { NUMBER($column) }: { $detail }
    .action = Korrigera JSON-koden på den här platsen.

NoObject = Begärandetexten är varken ett JSON-objekt med fältet { $field } eller en matris med sådana objekt.
    .action = Kontrollera begärandetexten mot API-dokumentationen.

BatchTooLarge = Batchen innehåller för många begäranden. Mottaget antal: { NUMBER($received) }, tillåtet antal: { NUMBER($allowed) }.
    .action = Dela upp batchen i flera.

MissingField = Det obligatoriska fältet { $field } saknas (rad { NUMBER($line) }, kolumn { NUMBER($column) }).
    .action = Lägg till fältet { $field } i objektet.

UnknownField = Fältet { $field } är okänt (rad { NUMBER($line) }, kolumn { NUMBER($column) }).
    .action = Ta bort fältet eller korrigera dess namn. Fältnamn är skiftlägeskänsliga.

RepeatedField = Fältet { $field } förekommer mer än en gång (rad { NUMBER($line) }, kolumn { NUMBER($column) }).
    .action = Behåll bara ett av dem.

WrongType = Ett värde har ogiltig typ på rad { NUMBER($line) }, kolumn { NUMBER($column) }: { $detail }
    .action = Kontrollera fältens typer mot API-dokumentationen.

TwoLanguages = Begäran innehåller både fältet locale och fältet accept_language.
    .action = Behåll bara ett av dem.

UnknownForm = Formen ”{ $form }” i fältet as finns inte.
    .action = Använd { LIST($available, type: "or") }.
