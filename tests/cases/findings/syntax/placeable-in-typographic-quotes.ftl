Before = Before.
Broken = Press { “Enter” }.
After = After.
