Gone = File { $path } is gone.
    .action = Look.
Lost = File { $file } is gone.
    .action = Look.
