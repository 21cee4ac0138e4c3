NotFound = L’élément { $itme } est introuvable.
