Before = Before.
Broken = { "\u00A" }
Broken-accent = { "\u12é" }
Broken-long = { "\U1F44D" }
Broken-end = { "\u00
After = After.
