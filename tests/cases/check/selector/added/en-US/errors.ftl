a = Device { $os } is old.
