Broken-b = { Broken-a }
Kept = Kept.
