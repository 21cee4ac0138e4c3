greeting = Hello
farewell = { greeting } and goodbye
