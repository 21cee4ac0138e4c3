Before = Before.
-product = Portal
    .gender = masculine
Broken = { -product.gender }
After = After.
