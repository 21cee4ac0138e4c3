# Variables:
#   $code (String) - the code as received
UnknownCode = The catalog has no code { $code }.
    .action = Check the spelling and letter case of the code.
