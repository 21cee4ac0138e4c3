QuotaExceeded = Quota { $name } is used up ({ $used }).
    .action = Delete something from { $name }.
TokenExpired = Token { $token } expired { DATETIME($expired, dateStyle: "medium") }.
TooSlow = { LIST($hosts) } did not answer in { $seconds } seconds.
WrongUnit =
    { $unit ->
        [metre] Expected feet.
       *[other] Expected metres.
    }
auth-denied = Access was denied.
QuotaFull = Quota { $name } is full.
