-brand = Portal

# Variables:
#   $url (String) - the URL as received
InvalidUrl = URL { $url } is invalid.
    .action = { url-hint }
BadUrl = { InvalidUrl }
url-hint = Is { $url } right? { -brand } says InvalidUrl.
auth-denied = Access denied.
