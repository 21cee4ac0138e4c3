-product = Portal
Broken = { -produkt } is down.
Broken-call = { -produkt(case: "genitive") } state.
Kept = { -product } is up.
