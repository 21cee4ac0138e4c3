A = The { $a ->
     [b] red
     [c] blue
     [d] green
     [e] grey
    *[f] white
} { $g ->
     [b] car
     [c] bus
     [d] tram
     [e] train
    *[f] boat
} is { $h ->
     [b] late
     [c] early
     [d] full
     [e] gone
    *[f] lost
}.
    .action = Look.
