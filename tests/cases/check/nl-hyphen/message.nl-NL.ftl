a = Geef een geldig IPv4 -of IPv6-adres op.
b = Geef een geldig IPv4- of IPv6-adres op.
