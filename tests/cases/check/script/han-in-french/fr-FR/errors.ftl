a = Introuvable 无.
