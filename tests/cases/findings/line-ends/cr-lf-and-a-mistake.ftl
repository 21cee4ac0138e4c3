Before = Before.
Broken = Hello { $name
Broken-string = { "text
After = After.
