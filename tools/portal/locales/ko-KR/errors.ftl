UnknownCode = 카탈로그에 코드 { $code }{ JOSA($code, pair: "이/가") } 없습니다.
    .action = 코드의 철자와 대/소문자를 확인하십시오.
