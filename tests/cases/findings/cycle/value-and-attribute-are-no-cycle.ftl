Broken = { Broken }
Kept = See { Kept.action }
    .action = the guide
