BrokenPlace = In no folder.
