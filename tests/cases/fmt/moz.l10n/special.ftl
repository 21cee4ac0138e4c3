dot = .punkt
star = *stern
bracket = [klammer]
dot-lines = .punkt
    zweite
    { "." }dritte
star-lines = *stern
    { "*" }zweite
bracket-lines = [klammer
    { "[" }zweite
dot-choice =
    { $n ->
        [one] .punkt .eins
       *[other] .punkt [viele
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
    .bracket = [a]
    .dot = .punkt
        zweite
    .star =
        { $n ->
           *[a] *stern [x
                y
        }
