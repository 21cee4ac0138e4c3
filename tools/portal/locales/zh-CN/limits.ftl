AddressTooLong = 请求地址过长。
    .action = 请缩短地址，或将数据放在请求正文中发送。

HeadersTooLarge = 请求标头过大。
    .action = 请减少标头的数量或长度。
