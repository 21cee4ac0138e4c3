Before = Before.
Broken = { $os ->
    [Mac OS] A Mac.
   *[other] A computer.
}
After = After.
