portal-title = Error catalog
