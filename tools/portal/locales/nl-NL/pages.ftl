portal-title = Foutencatalogus
