# limits: name-bytes = 20
Fine = Fine.
broken-message-with-a-name-that-goes-on = Gone.
Also = Also fine.
