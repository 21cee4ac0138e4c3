a = La valeur de { $parameter } est manquante.
b = Le paramètre { $parameter } est manquant.
