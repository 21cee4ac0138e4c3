Before = Before.
Broken = The text is kept, and so is the attribute before.
    .title = A title.
    .action = Do { it
    .tip = Lost.
After = After.
