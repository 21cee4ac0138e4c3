NotFound = Not found.
QuotaExceeded = Quota { $name is used up.
