QuotaExceeded = Quota { $name } is used up.
