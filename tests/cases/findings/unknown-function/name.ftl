Broken = It ends { DATETIME($date) }.
Broken-selector = { PLATFORM() ->
    [mac] On a Mac.
   *[other] Elsewhere.
}
Kept = { NUMBER($n) } items.
