Before = Before.
Broken = { $n, plural, one {item} other {items} }
After = After.
