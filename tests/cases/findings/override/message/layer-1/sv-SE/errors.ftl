NotFound = Hittades inte.
