InvalidDomainName = 도메인 이름 { $domain }{ JOSA($domain, pair: "이/가") } 잘못되었습니다.
    .action = 올바른 도메인 이름(예: example.com)을 지정하십시오.

MissingRequiredParameter = 필수 매개 변수 { $parameter }{ JOSA($parameter, pair: "이/가") } 누락되었습니다.
    .action = 요청에 매개 변수를 추가하십시오.
