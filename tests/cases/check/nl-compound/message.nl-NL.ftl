a = Het fout bericht is leeg.
b = Het foutbericht is leeg.
