# Quotas.

QuotaExceeded = Quota { $names } is used up.
