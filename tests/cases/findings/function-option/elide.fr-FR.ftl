Broken-form = Suppression { ELIDE($x) }{ $x }.
Broken-name = Suppression { ELIDE($x, form: "du") }{ $x }.
Kept-option = Suppression { ELIDE($x, form: "de", case: "upper") }{ $x }.
Broken-nothing = Suppression { ELIDE(form: "de") }{ $x }.
