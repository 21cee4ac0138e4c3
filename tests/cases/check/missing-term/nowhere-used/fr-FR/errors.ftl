a = Le portail est arrêté.
