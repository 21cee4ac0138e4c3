Gone=Weg.
TooMany = { $count
