-product = 콘솔
NotFound =
    .w1 = { -product }에서 찾을 수 없습니다.
