Before = Before.
Broken = Do { it
    .tip = Lost.
Broken-empty = Do {
    .tip = Lost.
After = After.
