# Variables:
#   $name (String) - the name of a quota, as the customer gave it
#   $used (Number) - how many files there are
QuotaExceeded =
    { $used ->
        [one] Quota { $name } is used up by { $used } file.
       *[other] Quota { $name } is used up by { $used } files.
    }
    .action = Delete files that you no longer need.

# Variables:
#   $expired (Date) - when the token ended
TokenExpired = The token expired on { DATETIME($expired, dateStyle: "long") }.
    .action = Sign in again.
