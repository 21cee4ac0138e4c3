UnknownCode = 카탈로그에 코드 { $code }{ JOSA($code, pair: "이/가") } 없습니다.
    .action = 코드의 철자와 대/소문자를 확인하십시오.

UnknownLocale = 카탈로그는 { $locale } 언어로 제공되지 않습니다.
    .action = { LIST($available, type: "or") } 중 하나를 사용하십시오.

NoSources = 서비스가 미리 빌드된 카탈로그로 실행되므로 { $locale } 언어의 Fluent 파일을 제공할 수 없습니다.
    .action = 서비스 운영자에게 Fluent 파일 폴더를 대신 사용하도록 요청하십시오.

UnknownProfile = 프로필 { $profile }{ JOSA($profile, pair: "은/는") } 존재하지 않습니다.
    .action = { LIST($available, type: "or") } 중 하나를 사용하십시오.

AddressNotUtf8 = 요청 주소가 올바른 UTF-8이 아닙니다.
    .action = 주소를 UTF-8로 인코딩한 다음 퍼센트 인코딩하십시오.

NumberOutOfRange = 매개 변수 { $parameter }의 값은 { NUMBER($least) }에서 { NUMBER($greatest) } 사이의 정수여야 합니다.
    .action = 값을 수정한 다음 다시 시도하십시오.

UnknownValue = 매개 변수 { $parameter }의 값 ‘{ $value }’{ JOSA($value, pair: "이/가") } 잘못되었습니다.
    .action = { LIST($available, type: "or") } 중 하나를 사용하십시오.

BodyNotUtf8 = 요청 본문의 { NUMBER($position) }번째 바이트가 올바른 UTF-8이 아닙니다.
    .action = 본문을 UTF-8로 인코딩하십시오.

MalformedJson = 요청 본문이 올바른 JSON이 아닙니다({ NUMBER($line) }번째 줄, { NUMBER($column) }번째 열). 세부 정보: { $detail }
    .action = 이 위치의 JSON을 수정하십시오.

NoObject = 요청 본문이 필드 { $field }{ JOSA($field, pair: "이/가") } 있는 JSON 개체도, 그러한 개체의 배열도 아닙니다.
    .action = 본문을 API 설명서와 비교하여 확인하십시오.

BatchTooLarge = 일괄 처리에 요청이 너무 많습니다. 받은 요청은 { NUMBER($received) }개이며 { NUMBER($allowed) }개까지 허용됩니다.
    .action = 일괄 처리를 여러 개로 나누십시오.

MissingField = 필수 필드 { $field }{ JOSA($field, pair: "이/가") } 누락되었습니다({ NUMBER($line) }번째 줄, { NUMBER($column) }번째 열).
    .action = 개체에 필드 { $field }{ JOSA($field, pair: "을/를") } 추가하십시오.

UnknownField = 필드 { $field }{ JOSA($field, pair: "은/는") } 알 수 없는 필드입니다({ NUMBER($line) }번째 줄, { NUMBER($column) }번째 열).
    .action = 필드를 제거하거나 이름을 수정하십시오. 필드 이름은 대/소문자를 구분합니다.

RepeatedField = 필드 { $field }{ JOSA($field, pair: "이/가") } 두 번 이상 나옵니다({ NUMBER($line) }번째 줄, { NUMBER($column) }번째 열).
    .action = 그중 하나만 남기십시오.

WrongType = { NUMBER($line) }번째 줄, { NUMBER($column) }번째 열에 있는 값의 형식이 잘못되었습니다. 세부 정보: { $detail }
    .action = 필드의 형식을 API 설명서와 비교하여 확인하십시오.

TwoLanguages = 요청에 필드 locale과 필드 accept_language가 모두 있습니다.
    .action = 그중 하나만 남기십시오.

UnknownForm = 필드 as의 출력 형식 ‘{ $form }’{ JOSA($form, pair: "은/는") } 존재하지 않습니다.
    .action = { LIST($available, type: "or") } 중 하나를 사용하십시오.
