### What the service answers before it looks at a request further.

# The address is the path with its query.
AddressTooLong = The address of the request is too long.
    .action = Shorten the address, or send the data in the request body.

HeadersTooLarge = The headers of the request are too large.
    .action = Send fewer or shorter headers.
