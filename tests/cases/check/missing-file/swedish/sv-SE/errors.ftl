A = Hittades inte.
