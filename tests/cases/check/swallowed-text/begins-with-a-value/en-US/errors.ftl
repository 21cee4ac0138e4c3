Gone = File { $x } is gone.
    .action = Look.
Lost = { $x } is gone.
    .action = Look.
