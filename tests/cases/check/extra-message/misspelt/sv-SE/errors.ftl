a = Ja.
NotFond = Hittades inte.
NotFound = Hittades inte.
b = Nej.
