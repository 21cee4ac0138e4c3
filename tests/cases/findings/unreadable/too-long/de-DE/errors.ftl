# limits: file-bytes = 120
NotFound = Nicht gefunden.
