a = 参数 { $parameter } 。
b = 参数 { $parameter }。
