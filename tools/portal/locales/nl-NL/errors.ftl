UnknownCode = De code { $code } staat niet in de catalogus.
    .action = Controleer de spelling en het hoofdlettergebruik van de code.
