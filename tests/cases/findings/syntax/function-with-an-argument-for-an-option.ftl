Before = Before.
Broken = { NUMBER($n, minimumFractionDigits: $digits) }
Broken-sign = { NUMBER($n, minimumFractionDigits: -1) }
After = After.
