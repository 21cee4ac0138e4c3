Broken-a = { Broken-b }
Broken-b = { Broken-c }
Broken-c = { Broken-a }
Kept = Kept.
