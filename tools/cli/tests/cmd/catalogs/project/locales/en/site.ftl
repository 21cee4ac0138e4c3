Hello = Hello.
