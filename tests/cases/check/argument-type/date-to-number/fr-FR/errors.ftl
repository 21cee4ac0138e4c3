a = Jusqu’au jour { NUMBER($when) }.
