a = { $x -> 
 [one] { NUMBER($n, minimumFractionDigits: 2) }
*[other] { -t(k: "v") }
}
-t = { $k -> 
*[v] V
}
    .a = b
b = { a } { LIST($l, type: "or") }{ JOSA($s, pair: "이/가") }
