Broken = { NUMBER(ROUND($n)) } items.
Kept = { NUMBER($n) } items.
