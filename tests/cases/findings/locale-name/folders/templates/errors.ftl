BrokenTemplate = A template.
