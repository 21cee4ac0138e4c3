Broken-pair = 값 { $x }{ JOSA($x) } 잘못되었습니다.
Broken-name = 값 { $x }{ JOSA($x, pair: "이가") } 잘못되었습니다.
Broken-number = 값 { $x }{ JOSA($x, pair: 1) } 잘못되었습니다.
Kept-kind = 해시 { $x }{ JOSA($x, pair: "이/가", kind: "md5") } 잘못되었습니다.
Kept-option = 값 { $x }{ JOSA($x, pair: "이/가", type: "hash") } 잘못되었습니다.
Broken-nothing = 값{ JOSA(pair: "이/가") } 잘못되었습니다.
