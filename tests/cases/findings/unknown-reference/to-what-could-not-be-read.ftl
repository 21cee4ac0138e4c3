Broken = See { broken-guide }.
broken-guide = the { "guide
Kept = Kept.
