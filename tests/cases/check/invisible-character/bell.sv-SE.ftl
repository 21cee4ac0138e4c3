A = Hittades inte.
