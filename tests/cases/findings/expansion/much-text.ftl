# limits: expansion = 100
notice = This is a notice of some sixty letters, which stands in many a text.
Twice = { notice } { notice }
Broken = { notice } { notice } { notice }
Kept = { notice }
