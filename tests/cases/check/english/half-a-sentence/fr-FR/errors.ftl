a = Le fichier est introuvable. Check the path.
