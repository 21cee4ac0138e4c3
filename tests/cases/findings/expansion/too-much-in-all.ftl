# limits: expansion-total = 150
notice = This is a notice of some sixty letters, which stands in many a text.
First = { notice }
Second = { notice }
TheThird = { notice }
broken-zzz = The fourth is late by the order of ids: { notice }
