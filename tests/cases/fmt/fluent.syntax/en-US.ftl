### The tolken error catalog in English: the source that translators translate from.

BadRequest = The request is invalid.
    .action = Check the syntax and parameters of the request against the API documentation.
# Variables:
#   $detail (String) - the parser’s own error text, a full sentence in English, never translated;
#     keep it last, after the colon, and add no full stop after it
ODataError = The OData URI query is invalid: { $detail }
    .action = Correct the OData query options in the URI, and then try again.
# Variables:
#   $input (String) - the value as received, such as severity=Extreme; may hold anything,
#     so keep quotes around it, in your locale’s style
InvalidInput = The input “{ $input }” is invalid.
    .action = Correct the value, and then try again.
InvalidRequestBody = The request body is invalid.
    .action = Check that the body is well formed and that the parameter names match the documentation, including letter case.
# Variables:
#   $hash (String) - the hash value as received
InvalidHashValue = Hash value { $hash } is invalid.
    .action = Provide a complete hash value in a supported format.
# Variables:
#   $domain (String) - the domain name as received
InvalidDomainName = Domain name { $domain } is invalid.
    .action = Provide a valid domain name, such as example.com.
# Variables:
#   $ip_address (String) - the IP address as received
InvalidIpAddress = IP address { $ip_address } is invalid.
    .action = Provide a valid IPv4 or IPv6 address.
# Variables:
#   $url (String) - the URL as received
InvalidUrl = URL { $url } is invalid.
    .action = Provide a complete URL, including the scheme (for example, https://).
# Variables:
#   $received (Number) - how many items the request held
#   $allowed (Number) - how many it may hold
MaximumBatchSizeExceeded = The maximum batch size was exceeded. Received: { NUMBER($received) }; allowed: { NUMBER($allowed) }.
    .action =
        { $allowed ->
            [one] Send no more than { NUMBER($allowed) } item per request.
           *[other] Send no more than { NUMBER($allowed) } items per request.
        }
# Variables:
#   $parameter (String) - the name of the parameter, case-sensitive
MissingRequiredParameter = Required parameter { $parameter } is missing.
    .action = Add the parameter { $parameter } to the request. Parameter names are case-sensitive.
# Variables:
#   $os_platform (String) - the client’s OS platform, such as Linux
OsPlatformNotSupported = OS platform { $os_platform } is not supported for this action.
    .action = Run the action on a device with a supported OS platform.
# Variables:
#   $action (String) - the name of the requested action, an untranslated identifier such as IsolateMachine
#   $minimum_version (String) - the lowest client version that supports it, such as 10.5850.17763;
#     do not pass it to NUMBER
ClientVersionNotSupported = Action { $action } is supported on client version { $minimum_version } and later.
    .action = Update the client to version { $minimum_version } or later.
# “authorization header” is ordinary prose: translate it. “Authorization” in .action is the name
# of the HTTP header: do not.
Unauthorized = Authentication failed. The authorization header might be invalid or expired.
    .action = Get a new access token, and then send it in the Authorization header.
Forbidden = Access denied. The token is valid, but it does not have sufficient permission for this action.
    .action = Ask an administrator to grant the required permission.
# “tenant” is the organization that uses the service, not a renter.
DisabledFeature = This feature is not enabled for the tenant.
    .action = Ask a tenant administrator to enable the feature.
# Variables:
#   $operation (String) - the name of the operation, an untranslated identifier such as OffboardMachine
#   $reason (String) - why it is not allowed, a full sentence in English, never translated;
#     keep it last, after the colon, and add no full stop after it
DisallowedOperation = Operation { $operation } is not allowed. Reason: { $reason }
    .action = Resolve the issue described in the reason, or use an operation that is allowed.
NotFound = The requested item was not found.
    .action = Check the path and the identifiers in the request.
# Variables:
#   $resource_type (String) - selects the noun: machine, alert, incident or other;
#     keep the keys in [ ] in English and translate the words after them
#   $resource_id (String) - the identifier as received
ResourceNotFound =
    { $resource_type ->
        [machine] Machine
        [alert] Alert
        [incident] Incident
       *[other] Resource
    } { $resource_id } was not found.
    .action = Check the identifier, and make sure that the resource still exists.
InternalServerError = An internal server error occurred.
    .action = Try the operation again. If the problem persists, contact support and include the tracking ID.

## Glosses for user interfaces and titles; not the reason phrase of the HTTP response

status-400 = Bad request
status-401 = Unauthorized
status-403 = Forbidden
status-404 = Not found
status-500 = Internal server error

## Labels; label-action heads the advice in .action

label-error-code = Error code
label-http-status = HTTP status code
label-message = Message
label-action = Recommended action
label-examples = Examples
label-tracking-id = Tracking ID

## Notes for documentation

# Do not translate the codes InvalidRequestBody and MissingRequiredParameter.
note-case-sensitive = Request body parameters are case-sensitive. If you get an InvalidRequestBody or MissingRequiredParameter error, check the spelling and letter case of each parameter against the example in the API documentation.
note-authorization = This error usually means that the authorization header is invalid or expired.
note-permission = The token is valid, but its permissions are insufficient for the action.
note-internal = This error might not include a message. Try the operation again. If the problem persists, contact us.
# “target” is the name of a property: keep it, in your locale’s quotes.
note-tracking-id = Each error response contains a unique tracking ID in the “target” property. Include it when you contact us about an error. It helps us find the root cause.
