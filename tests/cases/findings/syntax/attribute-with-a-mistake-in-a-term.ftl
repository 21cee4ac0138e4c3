Before = Before.
-broken = Portal
    .gender = { $x
Kept = { -broken } is ready.
After = After.
