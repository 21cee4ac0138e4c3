Before = Before.
Broken = A text.
    .action =
    .tip = Lost.
After = After.
