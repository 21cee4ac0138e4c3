Before = Before.
-place = { $case ->
    [genitive] the portal’s
   *[nominative] the portal
}
Kept = In { -place(case: genitive) } list.
After = After.
