a = L'URL est complète.
b = L’URL n’est pas valide.
