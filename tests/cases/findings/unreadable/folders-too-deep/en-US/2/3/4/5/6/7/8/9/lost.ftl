BrokenLost = This is the ninth level.
