-brand = Tolken
  .gender = masculine
  .case = { $case ->
      [genitive] Tolkens
     *[nominative] Tolken
  }
-thing={$case ->
  [genitive] des Dings
  *[nominative] das Ding
  }
uses = Mit {-thing(case:"genitive")} und {-brand}
empty-call = {-thing()}
message = siehe {uses} und {titled.title}
titled =
  .title = Titel
  .accesskey=T
  .label =
     Mehrere
     Zeilen
