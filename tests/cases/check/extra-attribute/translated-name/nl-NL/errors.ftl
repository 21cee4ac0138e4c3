InvalidUrl = De URL { $url } is ongeldig.
    .actie = Controleer de URL.
