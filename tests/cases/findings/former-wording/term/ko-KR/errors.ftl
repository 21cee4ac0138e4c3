-product = 포털
NotFound = { -product }에 없습니다.
