a = { $n } items sent.
