Before = Before.
Broken = Hello {
-product = Portal
User = { -product } is ready.
After = After.
