-brand = Portalen
InvalidUrl = URL:en { $url } är ogiltig.
    .action = { InvalidUrl } Rätta den.

# en-US: Access denied.
# auth-denied = Access denied.
