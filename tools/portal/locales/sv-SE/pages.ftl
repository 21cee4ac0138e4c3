portal-title = Felkatalog
