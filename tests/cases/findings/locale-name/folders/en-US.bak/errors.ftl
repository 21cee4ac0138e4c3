BrokenBackup = A backup.
