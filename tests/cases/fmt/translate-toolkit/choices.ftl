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
    Es gibt { $n ->
        [0] keine
        [one] einen
       *[other]
            { $n } viele,
            sehr viele
    } hier
    und { $m ->
       *[x] dort
    }
two =
    { $a ->
       *[a] A
    } { $b ->
       *[b] B
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
                [one] ein
               *[other]
                    { $k ->
                        [a] A
                       *[b] B
                    }
            }
       *[other] kein
    }
ordinal =
    { NUMBER($n, type: "ordinal") ->
        [one] { $n }:a
       *[other] { $n }:e
    }
by-attribute =
    { -brand.gender ->
        [masculine] Der
       *[other] Das
    } { -brand }
