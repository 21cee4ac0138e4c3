a = Hello { $name } and { $name }.
