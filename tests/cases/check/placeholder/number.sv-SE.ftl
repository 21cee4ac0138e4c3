a = Filen { 0 } saknas.
