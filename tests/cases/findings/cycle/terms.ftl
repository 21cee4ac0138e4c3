-broken = { -broken }
-broken-a = { -broken-b }
-broken-b = { -broken-a }
Broken = { -broken } { -broken-a }
Kept = Kept.
