-sak = Saken
a = { -sak } hittades inte.
