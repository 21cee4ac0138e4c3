-product = Portalen

NotFound = Filen { $name } hittades inte.
    .action = Öppna en annan fil.
Full = { -product } är full.
