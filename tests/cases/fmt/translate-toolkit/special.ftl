dot = { "." }punkt
star = { "*" }stern
bracket = { "[" }klammer]
dot-lines =
    { "." }punkt
    zweite
    { "." }dritte
star-lines =
    { "*" }stern
    { "*" }zweite
bracket-lines =
    { "[" }klammer
    { "[" }zweite
dot-choice =
    { "." }punkt { $n ->
        [one] { "." }eins
       *[other] { "[" }viele
    }
hash =
    # kein Kommentar
    # auch keiner
dash =
    - Strich
    - Strich
equals =
    a = b
    c = d
brace = { "{" } und { "}" }
backslash = C:\ordner\u0041
quote = "sagt" er
invisible = a b c d‎e
combining = é é 한
attribute =
    .dot =
        { "." }punkt
        zweite
    .star =
        { "*" }stern { $n ->
           *[a]
                { "[" }x
                y
        }
    .bracket = { "[" }a]
