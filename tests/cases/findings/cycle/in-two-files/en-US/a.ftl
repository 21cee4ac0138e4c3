Broken-a = { Broken-b }
