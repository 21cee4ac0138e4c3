Before = Prêt.
Broken = Accès refusé.
    .action = R�essayez.
After = Après.
