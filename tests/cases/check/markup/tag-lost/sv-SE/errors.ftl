a = Tryck på <b>Skicka.
