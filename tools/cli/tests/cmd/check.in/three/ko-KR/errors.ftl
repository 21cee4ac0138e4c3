NotFound = 항목 { $item }이 없습니다.
