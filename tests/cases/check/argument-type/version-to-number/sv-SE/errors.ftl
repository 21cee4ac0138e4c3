A = Version { NUMBER($v) } är för gammal.
    .action = Uppdatera den.
