Before = Before.
- = Portal
After = After.
