InvalidUrl = URL:en { $url } är ogiltig.
    .action = Rätta den.
NotFound = Hittades inte.
    .action = Leta någon annanstans.
label-error = Fel
