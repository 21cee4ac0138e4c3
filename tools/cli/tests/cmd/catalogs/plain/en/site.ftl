Greeting = Hello { $name }.
Farewell = Goodbye { $name }.
