Before = Before.
Broken = Hello { }.
Broken-tight = Hello {}.
After = After.
