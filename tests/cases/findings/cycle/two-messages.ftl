Broken-a = A { Broken-b }
Broken-b = B { Broken-a }
Broken-user = Uses { Broken-a }.
Kept = Kept.
