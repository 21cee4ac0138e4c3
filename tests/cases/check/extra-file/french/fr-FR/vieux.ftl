Vieux = Disparu.
