a = URL { $url } is invalid.
