Before = Before.
Broken = { $user.name } is unknown.
After = After.
