Broken = { Guide.title } and { Manual.title }
Kept = { Guide.action }
Guide = the guide
    .action = Read it.
