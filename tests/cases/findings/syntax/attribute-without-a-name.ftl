Before = Before.
Broken = See { After. }.
After = After.
