Before = Before.
Broken = Bonjour { $nom }.
Broken-end = Bonjour { $nom }.
After = After.
