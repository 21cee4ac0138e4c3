a = Hallo { $name } en $name.
