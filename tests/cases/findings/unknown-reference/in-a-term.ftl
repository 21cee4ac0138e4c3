-broken-product = { -maker } Portal
Broken = { -broken-product } is down.
Kept = The finding stands once, at the term.
