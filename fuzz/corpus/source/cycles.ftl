a = { b }
b = { a }
c = { c } { d }
d = { c }{ -x(a: 1) }
-x = { -x }
