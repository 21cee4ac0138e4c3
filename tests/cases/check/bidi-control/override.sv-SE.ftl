Klart = Filen ‮gnp.exe är klar.
