Before = Before.
Broken = Hello { $name