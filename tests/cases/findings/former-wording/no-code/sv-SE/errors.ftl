NotFound = Hittades inte.
Label = Namn
