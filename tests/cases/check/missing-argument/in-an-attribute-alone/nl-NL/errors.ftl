a = De URL { $url } is ongeldig.
    .action = Corrigeer de URL.
