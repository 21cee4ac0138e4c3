# limits: entries = 3
Fine = Fine.
    .action = Go on.
Also = Also fine.
broken = Gone.
broken-more = Gone.
