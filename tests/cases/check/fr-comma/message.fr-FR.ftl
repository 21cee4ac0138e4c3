a = Corrigez la valeur , puis réessayez.
b = Corrigez la valeur, puis réessayez.
