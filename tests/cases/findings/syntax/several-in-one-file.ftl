Before = Before.
Broken-one = { $x
Broken-two = x }
Kept = Between.
Broken-three = { "x
After = After.
