-broken-product = { Broken } Portal
Broken = { -broken-product }
Kept = Kept.
