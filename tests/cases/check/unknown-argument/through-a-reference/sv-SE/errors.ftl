part = sidan { $page }
a = Borta: { part }.
b = Borta: { part } { $page }
