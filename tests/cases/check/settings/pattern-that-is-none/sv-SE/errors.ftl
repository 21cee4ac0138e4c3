a = Saknas.
