Greeting = { $name }님, 안녕하세요.
