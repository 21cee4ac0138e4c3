-product = Portal
User = { -product } is ready.
