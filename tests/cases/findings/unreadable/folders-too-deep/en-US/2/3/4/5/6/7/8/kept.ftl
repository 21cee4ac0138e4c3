Kept = This is the eighth level.
