NotFound = 항목 { $item }{ JOSA($item, pair: "을/를") } 찾을 수 없습니다.
    .action = 이름 { $item }{ JOSA($item, pair: "을/를") } 확인한 다음 다시 시도하십시오.

TooMany = { $count ->
    [0] 보낼 항목이 없습니다.
   *[other] { NUMBER($count) }개는 보낼 수 있는 항목 수보다 많습니다.
}

label-retry = 다시 시도
