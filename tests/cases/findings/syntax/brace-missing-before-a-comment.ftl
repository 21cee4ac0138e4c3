Before = Before.
Broken = Hello { $name

# The next message.
After = After.
