a = Send it in the Authorization header.
