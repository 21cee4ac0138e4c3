Broken = Value {name} is unknown.
Broken-percent = Value %{name} is unknown.
Kept = Value { $name } is unknown.
