MethodNotAllowed = 이 주소는 요청의 HTTP 메서드를 지원하지 않습니다.
    .action = 메서드를 API 설명서와 비교하여 확인하십시오.

RequestTimeout = 요청 시간이 초과되었습니다.
    .action = 나중에 다시 시도하십시오.

ContentTooLarge = 요청 본문이 너무 큽니다.
    .action = 데이터를 줄이거나 요청을 여러 개로 나누어 보내십시오.

UnsupportedMediaType = 요청의 콘텐츠 형식은 지원되지 않습니다.
    .action = Content-Type 헤더를 application/json처럼 API 설명서에 있는 형식으로 설정하십시오.

UnprocessableContent = 요청 본문의 내용이 잘못되었습니다.
    .action = 본문의 필드와 필드의 형식을 API 설명서와 비교하여 확인하십시오.

TooManyRequests = 요청을 너무 많이 보냈습니다.
    .action = 잠시 기다린 다음 다시 시도하십시오.

ServiceUnavailable = 지금은 서비스를 사용할 수 없습니다.
    .action = 나중에 다시 시도하십시오.
