a = URL: en är ogiltig.
b = URL:en är ogiltig.
