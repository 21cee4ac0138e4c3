a = Begärаn är ogiltig.
