NotFound = Hittades inte.
Late = För sent.
