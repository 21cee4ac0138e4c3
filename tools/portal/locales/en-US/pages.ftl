### The words of the pages. Short ones are labels of fields, buttons and facts; the others are sentences.

portal-title = Error catalog
skip-link = Skip to main content
# What the links to the pages are called, for screen readers.
navigation = Main
navigation-api = API
# The language itself, in its own words.
language-name = English
language-switch = Language
# Stands between several links, or names of languages, in a row.
separator = { ", " }

## Buttons that copy. The words of `copy` stand on each of them, and its own name must hold these words.

copy = Copy
copied = Copied
copy-message = Copy the message
copy-action = Copy the recommended action
# Variables:
#   $name (String) - the name of an argument
copy-argument = Copy { $name }
copy-code = Copy the error code
copy-link = Copy the link
copy-response = Copy the response
copy-tracking-id = Copy the tracking ID

## Finding out what a customer saw

lookup-title = What did the customer see?
lookup-label = Text that the customer saw
lookup-hint = Paste a message, a part of it, or a whole log line, in any language. The text is not stored.
lookup-paste-hint = Text that you paste is looked up immediately.
lookup-submit = Look up
lookup-again = Look up another text

## Search

search-title = Search the catalog
search-label = Code or words, in any language
# Any HTTP status
search-any-status = Any
search-submit = Search
# Variables:
#   $count (Number) - how many codes were found
search-count = { $count ->
    [0] No codes were found.
    [one] { NUMBER($count) } code
   *[other] { NUMBER($count) } codes
}
search-none-hint = Check the spelling, use fewer words, or choose another status code.
search-pages = Pages of results
# Variables:
#   $page (Number) - the page that is shown
#   $pages (Number) - how many there are
search-page = Page { NUMBER($page) } of { NUMBER($pages) }
search-previous = Previous page
search-next = Next page

## What was found in a text

answer-title = What was found
# Variables:
#   $count (Number) - how many messages were found
answer-count = { $count ->
    [one] { NUMBER($count) } message was found in the text.
   *[other] { NUMBER($count) } messages were found in the text.
}
answer-none = The text resembles no message in the catalog.
answer-none-more = Paste more of the text, exactly as it was shown.
# A link to the search follows.
answer-none-search = Search for single words of the text:
answer-none-other = The text might come from another service.
answer-incomplete = The text is too long or too complex to be searched completely. Paste only the part that matters.
answer-language = Language of the text
# Variables:
#   $code (String) - an error code
answer-code = Open the page of { $code }
answer-shared = Another code has the same text. Nothing in the text tells them apart.
# How the message is marked in a text, and how its arguments are.
legend-message = Message
legend-argument = Argument

## How sure it is
## Variables:
##   $score (Number) - from 0 to 1

sure-certain = Almost certain ({ NUMBER($score, style: "percent") })
sure-likely = Likely ({ NUMBER($score, style: "percent") })
sure-possible = Possible ({ NUMBER($score, style: "percent") })
sure-doubtful = Doubtful ({ NUMBER($score, style: "percent") })

## How the text fits
## Variables:
##   $what (String) - action or message

kind-exact = { $what ->
    [action] All words of the recommended action are in the text.
   *[message] All words of the message are in the text.
}
kind-former = { $what ->
    [action] The text has an earlier wording of the recommended action.
   *[message] The text has an earlier wording of the message.
}
kind-fuzzy = { $what ->
    [action] The text is similar to the recommended action.
   *[message] The text is similar to the message.
}
kind-truncated = { $what ->
    [action] The text has a part of the recommended action, which is cut off.
   *[message] The text has a part of the message, which is cut off.
}

difference-title = Differences
# Variables:
#   $expected (String) - letters of the message
difference-missing = “{ $expected }” is missing.
# Variables:
#   $given (String) - letters of the text
difference-extra = “{ $given }” is not in the message.
# Variables:
#   $given (String) - letters of the text
#   $expected (String) - letters of the message
difference-instead = “{ $given }” stands in place of “{ $expected }”.

## Arguments of a message, in a table or a form

arguments-title = Arguments
argument-name = Name
argument-value = Value
argument-sure = Certainty
argument-exact = Exact
argument-chosen = Other values would give the same text.
argument-open = Where the value ends is a guess.
# An example follows.
argument-example = Example:
argument-sensitive = Sensitive: a placeholder is shown, and no link contains the value.
type-string = text
type-integer = whole number
type-number = number
type-datetime = date and time
type-list = list of items separated by commas
type-enum = one of several values

## The page of a code

others-title = In other languages
# Variables:
#   $count (Number) - how many other codes it could be
candidates-title = Other candidates ({ NUMBER($count) })
# Nothing new may use the code.
code-retired = Retired
# A link to a code follows.
code-replacement = Use this code instead:
code-help = Documentation
# A list of languages follows.
code-missing = Not available in:
try-hint = Enter your own values. For an empty field, its example is used.
try-submit = Show
# A link follows.
share-label = Link to this page with these arguments:
responses-title = Responses
notes-title = Notes

## The languages of the catalog

locales-title = Languages
locales-intro = The languages of the catalog, and how many texts of the source language each of them has.
locales-source = Source language
coverage-messages = Messages
coverage-actions = Recommended actions
# Variables:
#   $count (Number) - how many there are
#   $total (Number) - how many the source language has
coverage-share = { NUMBER($count) } of { NUMBER($total) }
# A list of codes follows.
coverage-missing-messages = Missing messages:
# A list of codes follows.
coverage-missing-actions = Missing recommended actions:
# Variables:
#   $count (Number) - how many codes are not listed
coverage-more = and { NUMBER($count) } more

## Errors

# A list of codes follows.
error-near = Did you mean:
error-home = Go to the start page
