AddressTooLong = Adressen i begäran är för lång.
    .action = Förkorta adressen eller skicka informationen i begärandetexten.

HeadersTooLarge = Huvudena i begäran är för stora.
    .action = Skicka färre eller kortare huvuden.
