a = Domän namnet är ogiltigt.
b = Domännamnet är ogiltigt.
