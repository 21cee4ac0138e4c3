### The service's own errors. Words in code, such as the names of fields and parameters, are not translated.

# Variables:
#   $code (String) - the code as received
UnknownCode = The catalog has no code { $code }.
    .action = Check the spelling and letter case of the code.

# Variables:
#   $locale (String) - the tag of a language as received, such as ja
#   $available (List) - the tags of the languages that there are
UnknownLocale = The catalog is not available in the language { $locale }.
    .action = Use { LIST($available, type: "or") }.

# A prebuilt catalog is one file, made of Fluent files, which it does not contain.
# Variables:
#   $locale (String) - the tag of a language
NoSources = The Fluent files of the language { $locale } are not available, because the service runs on a prebuilt catalog.
    .action = Ask the operator of the service to use a folder of Fluent files instead.

# A profile is the format of an error response.
# Variables:
#   $profile (String) - the name as received
#   $available (List) - the names that there are
UnknownProfile = The profile { $profile } does not exist.
    .action = Use { LIST($available, type: "or") }.

# Address: the path of the URL.
AddressNotUtf8 = The address of the request is not valid UTF-8.
    .action = Encode the address in UTF-8, and then percent-encode it.

# Variables:
#   $parameter (String) - the name of a query parameter
#   $least (Number) - the smallest value that is allowed
#   $greatest (Number) - the largest value that is allowed
NumberOutOfRange = The parameter { $parameter } is not a whole number from { NUMBER($least) } to { NUMBER($greatest) }.
    .action = Correct the value, and then try again.

# Variables:
#   $parameter (String) - the name of a query parameter
#   $value (String) - its value as received
#   $available (List) - the values that there are
UnknownValue = The value “{ $value }” of the parameter { $parameter } is invalid.
    .action = Use { LIST($available, type: "or") }.

# Variables:
#   $position (Number) - the place of the first byte that is wrong, counted from 1
BodyNotUtf8 = The request body is not valid UTF-8 at byte { NUMBER($position) }.
    .action = Encode the body in UTF-8.

# Variables:
#   $line (Number) - the line of the body
#   $column (Number) - the byte of that line
#   $detail (String) - what the parser says, in English
MalformedJson = The request body is not valid JSON at line { NUMBER($line) }, column { NUMBER($column) }: { $detail }
    .action = Correct the JSON at this place.

# Array and object are those of JSON.
# Variables:
#   $field (String) - the name of a field
NoObject = The request body is neither a JSON object with the field { $field } nor an array of such objects.
    .action = Check the body against the API documentation.

# Several requests in one body are a batch.
# Variables:
#   $received (Number) - how many requests there are
#   $allowed (Number) - how many there may be
BatchTooLarge = The batch has too many requests. Received: { NUMBER($received) }; allowed: { NUMBER($allowed) }.
    .action = Split the batch into several.

# Variables:
#   $field (String) - the name of a field
#   $line (Number) - the line of the body
#   $column (Number) - the byte of that line
MissingField = The required field { $field } is missing (line { NUMBER($line) }, column { NUMBER($column) }).
    .action = Add the field { $field } to the object.

# Variables:
#   $field (String) - the name of a field as received
#   $line (Number) - the line of the body
#   $column (Number) - the byte of that line
UnknownField = The field { $field } is unknown (line { NUMBER($line) }, column { NUMBER($column) }).
    .action = Remove the field, or correct its name. Field names are case-sensitive.

# Variables:
#   $field (String) - the name of a field
#   $line (Number) - the line of the body
#   $column (Number) - the byte of that line
RepeatedField = The field { $field } occurs more than once (line { NUMBER($line) }, column { NUMBER($column) }).
    .action = Keep only one of them.

# Variables:
#   $line (Number) - the line of the body
#   $column (Number) - the byte of that line
#   $detail (String) - what the parser says, in English
WrongType = The type of a value is invalid at line { NUMBER($line) }, column { NUMBER($column) }: { $detail }
    .action = Check the types of the fields against the API documentation.

# locale and accept_language are the names of the fields.
TwoLanguages = The request has both the field locale and the field accept_language.
    .action = Keep only one of them.

# as is the name of the field. A form is what is rendered: a text, HTML, a line of a log, and so on.
# Variables:
#   $form (String) - the value as received
#   $available (List) - the values that there are
UnknownForm = The form “{ $form }” in the field as does not exist.
    .action = Use { LIST($available, type: "or") }.
