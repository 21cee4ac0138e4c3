Broken = See { Handbook } and { handbook }.
    .action = Read { handbook }.
Kept = { Guide }
Guide = the guide
