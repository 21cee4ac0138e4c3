BrokenUndetermined = Undetermined.
