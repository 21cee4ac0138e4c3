A = L’élément demandé est introuvable.
