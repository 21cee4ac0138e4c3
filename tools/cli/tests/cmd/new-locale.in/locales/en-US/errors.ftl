### Errors of the shop

-brand = Shop

# Variables:
#   $count (Number) - how many items
# tolken: allow catch-all: all that there is
CartFull = The cart of { -brand } holds { $count ->
        [0] no items
        [one] one item
       *[other] { NUMBER($count) } items
    }.
    .action = Take out the { NUMBER($count, type: "ordinal") ->
        [one] { $count }st
        [two] { $count }nd
        [few] { $count }rd
       *[other] { $count }th
    } item.

## Labels

label-cart = Cart
