a = Raison: { $reason }
b = Raison : { $reason }
