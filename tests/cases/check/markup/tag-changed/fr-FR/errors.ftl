a = Voir le guide &et; la page &amp; le reste.
