QuotaExceeded = 할당량 { $name }{ JOSA($name, pair: "을/를") } 모두 썼습니다({ $used }).
auth-denied = 액세스가 거부되었습니다.
