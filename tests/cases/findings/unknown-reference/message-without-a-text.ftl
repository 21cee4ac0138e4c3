Broken = See { broken-labels }.
Kept = See { broken-labels.guide }.
broken-labels =
    .guide = the guide
