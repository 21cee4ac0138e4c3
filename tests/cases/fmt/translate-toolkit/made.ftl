short = Kort.
# En anteckning
# med två rader
lines =
    Första raden
    andra raden

      djupare
choice =
    { $n ->
        [one] en
       *[other] { $n } stycken
    }
inline =
    Det finns { $n ->
        [one] en
       *[other] flera
    } här
attributes = Värde
    .title = Titel
    .action =
        Gör
        så här
dot = { "." }punkt
