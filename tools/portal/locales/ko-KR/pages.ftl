portal-title = 오류 카탈로그
skip-link = 본문으로 건너뛰기
navigation = 주 메뉴
navigation-api = API
language-name = 한국어
language-switch = 언어
separator = { ", " }

copy = 복사
copied = 복사됨
copy-message = 메시지 복사
copy-action = 권장 조치 복사
copy-argument = { $name } 복사
copy-code = 오류 코드 복사
copy-link = 링크 복사
copy-response = 응답 복사
copy-tracking-id = 추적 ID 복사

lookup-title = 고객에게 무엇이 표시되었습니까?
lookup-label = 고객에게 표시된 텍스트
lookup-hint = 메시지 전체나 일부 또는 로그 줄 전체를 언어에 관계없이 붙여 넣으십시오. 텍스트는 저장되지 않습니다.
lookup-paste-hint = 붙여 넣은 텍스트는 즉시 조회됩니다.
lookup-submit = 조회
lookup-again = 다른 텍스트 조회

search-title = 카탈로그 검색
search-label = 코드 또는 단어(모든 언어)
search-any-status = 모두
search-submit = 검색
search-count = { $count ->
    [0] 코드를 찾을 수 없습니다.
   *[other] 코드 { NUMBER($count) }개
}
search-none-hint = 철자를 확인하거나, 단어를 줄이거나, 다른 상태를 선택하십시오.
search-pages = 결과 페이지
search-page = { NUMBER($page) }/{ NUMBER($pages) }페이지
search-previous = 이전 페이지
search-next = 다음 페이지

answer-title = 조회 결과
answer-count = 텍스트에서 메시지를 { NUMBER($count) }개 찾았습니다.
answer-none = 카탈로그에 이 텍스트와 비슷한 메시지가 없습니다.
answer-none-more = 표시된 그대로 텍스트를 더 붙여 넣으십시오.
answer-none-search = 텍스트의 개별 단어로 검색하십시오.
answer-none-other = 텍스트가 다른 서비스에서 온 것일 수 있습니다.
answer-incomplete = 텍스트가 너무 길거나 복잡하여 끝까지 검색하지 못했습니다. 필요한 부분만 붙여 넣으십시오.
answer-language = 텍스트의 언어
answer-code = { $code } 페이지 열기
answer-shared = 텍스트가 같은 다른 코드가 있습니다. 텍스트만으로는 구분할 수 없습니다.
legend-message = 메시지
legend-argument = 인수

sure-certain = 거의 확실함({ NUMBER($score, style: "percent") })
sure-likely = 가능성 높음({ NUMBER($score, style: "percent") })
sure-possible = 가능성 있음({ NUMBER($score, style: "percent") })
sure-doubtful = 불확실함({ NUMBER($score, style: "percent") })

kind-exact = { $what ->
    [action] 권장 조치의 모든 단어가 텍스트에 있습니다.
   *[message] 메시지의 모든 단어가 텍스트에 있습니다.
}
kind-former = { $what ->
    [action] 텍스트에 권장 조치의 이전 표현이 있습니다.
   *[message] 텍스트에 메시지의 이전 표현이 있습니다.
}
kind-fuzzy = { $what ->
    [action] 텍스트가 권장 조치와 비슷합니다.
   *[message] 텍스트가 메시지와 비슷합니다.
}
kind-truncated = { $what ->
    [action] 텍스트에 권장 조치의 일부가 있으며 나머지는 잘렸습니다.
   *[message] 텍스트에 메시지의 일부가 있으며 나머지는 잘렸습니다.
}

difference-title = 차이점
difference-missing = ‘{ $expected }’ 부분이 누락되었습니다.
difference-extra = ‘{ $given }’ 부분은 메시지에 없습니다.
difference-instead = ‘{ $expected }’ 대신 ‘{ $given }’ 부분이 있습니다.

arguments-title = 인수
argument-name = 이름
argument-value = 값
argument-sure = 확실성
argument-exact = 정확함
argument-chosen = 다른 값이어도 텍스트가 같습니다.
argument-open = 값이 끝나는 위치는 추정한 것입니다.
argument-example = 예:
argument-sensitive = 민감한 정보입니다. 자리 표시자가 표시되며 값은 링크에 포함되지 않습니다.
type-string = 텍스트
type-integer = 정수
type-number = 숫자
type-datetime = 날짜 및 시간
type-list = 쉼표로 구분한 목록
type-enum = 여러 값 중 하나

others-title = 다른 언어
candidates-title = 다른 후보({ NUMBER($count) })
code-retired = 사용 중지됨
code-replacement = 대신 다음 코드를 사용하십시오.
code-help = 설명서
code-missing = 다음 언어로는 제공되지 않습니다.
try-hint = 원하는 값을 입력하십시오. 필드를 비워 두면 예제 값이 표시됩니다.
try-submit = 표시
share-label = 이 인수를 사용한 이 페이지의 링크:
responses-title = 응답
notes-title = 참고

locales-title = 언어
locales-intro = 카탈로그의 언어와, 각 언어로 제공되는 원본 언어 텍스트의 비율입니다.
locales-source = 원본 언어
coverage-messages = 메시지
coverage-actions = 권장 조치
coverage-share = { NUMBER($total) }개 중 { NUMBER($count) }개
coverage-missing-messages = 누락된 메시지:
coverage-missing-actions = 누락된 권장 조치:
coverage-more = 외 { NUMBER($count) }개

error-near = 다음 코드를 찾으셨습니까?
error-home = 시작 페이지로 이동
