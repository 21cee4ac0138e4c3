NotFound = 요청한 항목을 찾을 수 없습니다.

TooMany = 항목 { $count }개
