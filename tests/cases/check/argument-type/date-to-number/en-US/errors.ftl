a = Until { DATETIME($when) }.
