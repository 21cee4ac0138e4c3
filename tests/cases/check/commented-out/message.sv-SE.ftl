# Gammal = Filen saknas.
Ny = Filen finns inte.
