a = URL:en %s är ogiltig: { $url }
