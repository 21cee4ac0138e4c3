-brand = Tolken
    .case =
        { $case ->
            [genitive] Tolkens
           *[nominative] Tolken
        }
    .gender = masculine
-thing =
    { $case ->
        [genitive] des Dings
       *[nominative] das Ding
    }
uses = Mit { -thing(case: "genitive") } und { -brand }
empty-call = { -thing }
message = siehe { uses } und { titled.title }
titled =
    .label =
        Mehrere
        Zeilen
    .title = Titel
    .accesskey = T
