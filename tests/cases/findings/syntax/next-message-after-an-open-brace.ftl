Before = Before.
Broken = Hello {


After = After.
