A = Version { $v } is too old.
    .action = Update it.
