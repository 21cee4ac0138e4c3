# limits: parts = 40
laugh-0 = ha
laugh-1 = { laugh-0 } { laugh-0 } { laugh-0 }
laugh-2 = { laugh-1 } { laugh-1 } { laugh-1 }
broken-3 = { laugh-2 } { laugh-2 } { laugh-2 }
broken-4 = { broken-3 } { broken-3 } { broken-3 }
Kept = Kept.
