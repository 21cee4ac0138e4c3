## -product = De portal

# Uitleg: a = b
Nieuw = Niet gevonden.
