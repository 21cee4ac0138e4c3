Broken-type = { LIST($x, type: "xor") }
Broken-option = { LIST($x, style: "short") }
Broken-nothing = { LIST() }
Kept = Kvar.
