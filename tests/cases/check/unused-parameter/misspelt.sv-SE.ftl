-vara = { $form ->
    [plural] varor
   *[other] vara
 }
a = Ny { -vara(forn: "plural") }.
