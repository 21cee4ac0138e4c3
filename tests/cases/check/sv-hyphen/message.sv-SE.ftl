a = Ange en giltig IPv4 -eller IPv6-adress.
b = Ange en giltig IPv4- eller IPv6-adress.
