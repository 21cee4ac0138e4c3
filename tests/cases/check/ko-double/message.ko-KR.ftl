a = 값 { $value }이(가) 없습니다.
b = 값 { $value }{ JOSA($value, pair: "이/가") } 없습니다.
