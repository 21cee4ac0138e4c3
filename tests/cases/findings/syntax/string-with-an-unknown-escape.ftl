Before = Before.
Broken = { "first\nsecond" }
Broken-letter = { "\é" }
Broken-end = { "\
After = After.
