Broken = It ends { RELATIVETIME($date) }.
Broken-selector = { PLATFORM() ->
    [mac] On a Mac.
   *[other] Elsewhere.
}
Kept = { NUMBER($n) } items.
