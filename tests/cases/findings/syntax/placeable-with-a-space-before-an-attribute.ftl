Before = Before.
    .title = A title.
Kept = { Before.title }
Broken = { Before .title }
After = After.
