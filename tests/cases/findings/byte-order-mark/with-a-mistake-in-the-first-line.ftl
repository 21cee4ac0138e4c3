Broken = Hello { $name
After = After.
