a = 输入"{ $input }" 无效。
b = 输入“{ $input }”无效。
