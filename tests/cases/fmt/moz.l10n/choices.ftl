on-line =
    { $n ->
        [one] Ein Eintrag
       *[other] { $n } Einträge
    }
on-next-line =
    { $n ->
        [one] Ein Eintrag
       *[other] { NUMBER($n, minimumFractionDigits: 2) } Einträge
    }
in-text =
    { $n ->
        [0]
            { $m ->
               *[x]
                    Es gibt keine hier
                    und dort
            }
        [one]
            { $m ->
               *[x]
                    Es gibt einen hier
                    und dort
            }
       *[other]
            { $m ->
               *[x]
                    Es gibt { $n } viele,
                    sehr viele hier
                    und dort
            }
    }
two =
    { $a ->
       *[a]
            { $b ->
               *[b] A B
            }
    }
titled = Titel
    .title =
        { $n ->
            [one] Eins
           *[other] Viele
        }
deep =
    { $n ->
        [one]
            { $m ->
                [one]
                    { $k ->
                        [a] ein
                       *[b] ein
                    }
               *[other]
                    { $k ->
                        [a] A
                       *[b] B
                    }
            }
       *[other]
            { $m ->
                [one]
                    { $k ->
                        [a] kein
                       *[b] kein
                    }
               *[other]
                    { $k ->
                        [a] kein
                       *[b] kein
                    }
            }
    }
ordinal =
    { NUMBER($n, type: "ordinal") ->
        [one] { $n }:a
       *[other] { $n }:e
    }
by-attribute =
    { -brand.gender ->
        [masculine] Der { -brand }
       *[other] Das { -brand }
    }
