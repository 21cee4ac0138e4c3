subject = filen { $name }
a = Kan inte öppna filen.
