Broken = A text.
    .action = { Broken-other }
Broken-other = { Broken.action }
Kept = Kept.
