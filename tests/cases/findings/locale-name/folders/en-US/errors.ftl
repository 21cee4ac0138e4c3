Kept = Kept.
