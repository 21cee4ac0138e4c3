# limits: depth = 6
broken-1 = { broken-2 }
broken-2 = { three }
three = { four }
four = { five }
five = { -six }
-six = The end.
Kept = Kept.
