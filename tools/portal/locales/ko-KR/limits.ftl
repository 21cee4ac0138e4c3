AddressTooLong = 요청 주소가 너무 깁니다.
    .action = 주소를 줄이거나 데이터를 요청 본문에 담아 보내십시오.

HeadersTooLarge = 요청 헤더가 너무 큽니다.
    .action = 헤더의 수나 길이를 줄여 보내십시오.
