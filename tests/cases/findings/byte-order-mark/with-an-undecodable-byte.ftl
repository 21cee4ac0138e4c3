Broken = été
After = After.
