-product = Portal
-product = Gateway
product = A message and a term may have one name.
User = { -product } is ready.
