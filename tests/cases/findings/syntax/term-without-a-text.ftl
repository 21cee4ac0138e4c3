Before = Before.
-broken =
    .gender = masculine
After = After.
