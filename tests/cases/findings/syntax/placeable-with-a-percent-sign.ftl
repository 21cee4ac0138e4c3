Before = Before.
Broken = { 50% } done.
After = After.
