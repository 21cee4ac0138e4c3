a = See https://example.com/help for more.
