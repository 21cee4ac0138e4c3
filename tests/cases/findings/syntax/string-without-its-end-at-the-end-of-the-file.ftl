Before = Before.
Broken = { "text