Broken = This is { Broken }.
Broken-attribute =
    .action = Do { Broken-attribute.action }.
Kept = Kept.
