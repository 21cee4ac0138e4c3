-product = Portal
a = { -product } is down.
