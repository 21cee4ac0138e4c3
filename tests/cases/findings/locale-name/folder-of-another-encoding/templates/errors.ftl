BrokenTemplate = Ändern.
