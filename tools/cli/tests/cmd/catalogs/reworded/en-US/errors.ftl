FileGone = File { $file } no longer exists.
    .action = Ask its owner for a copy.
FileLost = File { $file } was lost on the way.
FileMissing = There is no file { $path }.
Offline = Service offline.
