-product = Portal

NotFound = The file { $name } was removed.
    .action = Open another file.
Full = { -product } is full.
Locked = The file is locked.
