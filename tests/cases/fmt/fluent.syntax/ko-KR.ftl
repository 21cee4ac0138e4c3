### tolken 오류 카탈로그, ko-KR (합쇼체)

BadRequest = 잘못된 요청입니다.
    .action = 요청의 구문과 매개 변수를 API 설명서와 비교하여 확인하십시오.
ODataError = OData URI 쿼리가 잘못되었습니다. 세부 정보: { $detail }
    .action = URI의 OData 쿼리 옵션을 수정한 다음 다시 시도하십시오.
InvalidInput = 입력 값 ‘{ $input }’{ JOSA($input, pair: "이/가") } 잘못되었습니다.
    .action = 값을 수정한 다음 다시 시도하십시오.
InvalidRequestBody = 요청 본문이 잘못되었습니다.
    .action = 본문의 형식이 올바른지, 매개 변수 이름이 대/소문자까지 설명서와 일치하는지 확인하십시오.
InvalidHashValue = 해시 값 { $hash }{ JOSA($hash, pair: "이/가", kind: "hash") } 잘못되었습니다.
    .action = 지원되는 형식의 완전한 해시 값을 지정하십시오.
InvalidDomainName = 도메인 이름 { $domain }{ JOSA($domain, pair: "이/가") } 잘못되었습니다.
    .action = 올바른 도메인 이름(예: example.com)을 지정하십시오.
InvalidIpAddress = IP 주소 { $ip_address }{ JOSA($ip_address, pair: "이/가") } 잘못되었습니다.
    .action = 올바른 IPv4 또는 IPv6 주소를 지정하십시오.
InvalidUrl = 잘못된 URL입니다: { $url }
    .action = 스킴(예: https://)을 포함한 전체 URL을 지정하십시오.
MaximumBatchSizeExceeded = 최대 일괄 처리 크기를 초과했습니다. 받은 항목은 { NUMBER($received) }개이며 { NUMBER($allowed) }개까지 허용됩니다.
    .action = 요청당 항목을 { NUMBER($allowed) }개까지만 보내십시오.
MissingRequiredParameter = 필수 매개 변수 { $parameter }{ JOSA($parameter, pair: "이/가") } 누락되었습니다.
    .action = 요청에 매개 변수 { $parameter }{ JOSA($parameter, pair: "을/를") } 추가하십시오. 매개 변수 이름은 대/소문자를 구분합니다.
OsPlatformNotSupported = OS 플랫폼 { $os_platform }{ JOSA($os_platform, pair: "은/는") } 이 작업에서 지원되지 않습니다.
    .action = 지원되는 OS 플랫폼의 디바이스에서 작업을 실행하십시오.
ClientVersionNotSupported = { $action } 작업은 클라이언트 버전 { $minimum_version } 이상에서 지원됩니다.
    .action = 클라이언트를 버전 { $minimum_version } 이상으로 업데이트하십시오.
Unauthorized = 인증에 실패했습니다. 권한 부여 헤더가 잘못되었거나 만료되었을 수 있습니다.
    .action = 새 액세스 토큰을 받은 다음 Authorization 헤더에 넣어 보내십시오.
Forbidden = 액세스가 거부되었습니다. 토큰은 유효하지만 이 작업에 필요한 권한이 부족합니다.
    .action = 필요한 권한을 부여해 달라고 관리자에게 요청하십시오.
DisabledFeature = 이 기능은 테넌트에서 사용하도록 설정되어 있지 않습니다.
    .action = 이 기능을 사용하도록 설정해 달라고 테넌트 관리자에게 요청하십시오.
DisallowedOperation = { $operation } 작업은 허용되지 않습니다. 이유: { $reason }
    .action = 이유에 설명된 문제를 해결하거나 허용되는 작업을 사용하십시오.
NotFound = 요청한 항목을 찾을 수 없습니다.
    .action = 요청의 경로와 식별자를 확인하십시오.
ResourceNotFound =
    { $resource_type ->
        [machine] 컴퓨터
        [alert] 경고
        [incident] 인시던트
       *[other] 리소스
    } { $resource_id }{ JOSA($resource_id, pair: "을/를") } 찾을 수 없습니다.
    .action = 식별자가 올바른지, 리소스가 아직 있는지 확인하십시오.
InternalServerError = 내부 서버 오류가 발생했습니다.
    .action = 작업을 다시 시도하십시오. 문제가 계속되면 지원 팀에 문의하고 추적 ID를 함께 알려 주십시오.
status-400 = 잘못된 요청
status-401 = 인증되지 않음
status-403 = 금지됨
status-404 = 찾을 수 없음
status-500 = 내부 서버 오류
label-error-code = 오류 코드
label-http-status = HTTP 상태 코드
label-message = 메시지
label-action = 권장 조치
label-examples = 예제
label-tracking-id = 추적 ID
note-case-sensitive = 요청 본문 매개 변수는 대/소문자를 구분합니다. InvalidRequestBody 또는 MissingRequiredParameter 오류가 발생하면 각 매개 변수의 철자와 대/소문자를 API 설명서의 예제와 비교하십시오.
note-authorization = 이 오류는 대개 권한 부여 헤더가 잘못되었거나 만료된 경우에 발생합니다.
note-permission = 토큰은 유효하지만 작업에 필요한 권한이 부족합니다.
note-internal = 이 오류에는 메시지가 없을 수 있습니다. 작업을 다시 시도하십시오. 문제가 계속되면 문의하십시오.
note-tracking-id = 각 오류 응답의 “target” 속성에는 고유한 추적 ID가 들어 있습니다. 오류에 관해 문의할 때 이 ID를 함께 알려 주십시오. 근본 원인을 찾는 데 도움이 됩니다.
