### Datei
###
### mit Lücke


## Erste

text-0 =
    a
    b
text-1 = { "{" } x { "}" }
text-2 = { "  " }a{ "  " }
text-3 = { "\u000A\u000A" }a

##


# Für sich

text-4 =
    a
    
    
    b
text-5 =
    a
    { "." }b
    { "[" }c
    { "*" }d
    { "}" }e
text-6 = .a
     b
text-7 = { "" }

# Dann


# Noch


## Dritte
## Gruppe

text-8 = *[a] b
# Was
#
#   es ist
properties =
    .title = T
    .accesskey =
        A
        B
-term = Ding
    .z = Z
two =
    { $n ->
        [one]
            { $m ->
                [a]
                    Ein { $n }
                    und
               *[other1] { " " }Ein
            }
       *[other]
            { $m ->
                [a] .Viele
               *[other1]
                    Viele
                    
                    { "[" }hier
            }
    }
hoisted =
    { $n ->
        [one] Du hast eins noch
       *[other] Du hast viele noch
    }
