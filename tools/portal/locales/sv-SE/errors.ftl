UnknownCode = Koden { $code } finns inte i katalogen.
    .action = Kontrollera kodens stavning och skiftläge.
