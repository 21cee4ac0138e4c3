# A comment.
    .action = Do it.
After = After.
