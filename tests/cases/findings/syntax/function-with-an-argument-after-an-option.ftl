Before = Before.
Broken = { NUMBER(minimumFractionDigits: 2, $n) }
Broken-call = { NUMBER(type: "ordinal", NUMBER($n)) }
After = After.
