Before = FÃ¶re.
Broken = Åtkomst nekad för { $namn }.
    .action = Försök igen.
After = Efter.
