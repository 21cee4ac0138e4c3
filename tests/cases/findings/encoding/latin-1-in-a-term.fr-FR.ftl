-produit = DÈesse
Broken = { -produit } est indisponible.
After = Apr√®s.
