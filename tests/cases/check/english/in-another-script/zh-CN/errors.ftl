a = { $n } items sent at once.
