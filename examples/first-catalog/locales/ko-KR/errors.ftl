QuotaExceeded = 파일 { $used }개가 할당량 { $name }{ JOSA($name, pair: "을/를") } 모두 사용했습니다.
    .action = 더 이상 필요하지 않은 파일을 삭제하십시오.

TokenExpired = 토큰이 { DATETIME($expired, dateStyle: "long") }에 만료되었습니다.
    .action = 다시 로그인하십시오.
