InvalidDomainName = Domain name { $domain } is invalid.
    .action = Provide a valid domain name, such as example.com.

MissingRequiredParameter = Required parameter { $parameter } is missing.
    .action = Add the parameter { $parameter } to the request.
