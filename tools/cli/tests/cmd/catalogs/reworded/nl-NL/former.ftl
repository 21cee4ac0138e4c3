FileGone =
    .w1 = Het bestand { $file } is verdwenen uit het archief.
    .action-w1 = Bel de eigenaar van het bestand op.
