Late = Too late.
Gone = Gone since { $day }.
