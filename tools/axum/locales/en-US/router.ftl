### What a router answers by itself. The words for request, body and header are those of errors.ftl.

# HTTP method: GET, POST, PUT and so on.
MethodNotAllowed = This address does not support the HTTP method of the request.
    .action = Check the method against the API documentation.

RequestTimeout = The request took too long.
    .action = Try again later.

ContentTooLarge = The request body is too large.
    .action = Send less data, or split the request into several.

# Content-Type is the name of a header.
UnsupportedMediaType = The content type of the request is not supported.
    .action = Set the Content-Type header to a type that the API documentation names, such as application/json.

# The body could be read as JSON or a form, but a field is missing or has a wrong type.
UnprocessableContent = The content of the request body is invalid.
    .action = Check the fields of the body and their types against the API documentation.

TooManyRequests = Too many requests were sent.
    .action = Wait a moment, and then try again.

ServiceUnavailable = The service is currently unavailable.
    .action = Try again later.
