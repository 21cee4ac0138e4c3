Broken = Voir { guide }.
Kept = Voir le guide.
