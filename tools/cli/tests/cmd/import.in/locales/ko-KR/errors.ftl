-portal = Contoso 포털

TooMany = 항목이 너무 많습니다.
    .action = { -portal }에 항목을 { NUMBER($allowed) }개까지만 보내십시오.

InvalidName = 이름 { $name }{ JOSA($name, pair: "이/가") } 잘못되었습니다.
    .action = 다른 이름을 지정하십시오.
