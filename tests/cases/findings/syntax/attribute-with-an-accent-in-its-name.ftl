Before = Before.
Broken = A text.
    .åtgärd = Do it.
    .tip = Lost.
After = After.
