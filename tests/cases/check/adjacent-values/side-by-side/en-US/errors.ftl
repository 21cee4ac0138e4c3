A = File { $name } { $reason } is locked.
    .action = Look.
