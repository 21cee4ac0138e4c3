a = 해시 값 { $hash }이 잘못되었습니다.
b = 해시 값 { $hash }{ JOSA($hash, pair: "이/가", kind: "hash") } 잘못되었습니다.
