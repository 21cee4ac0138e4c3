NotFound = 找不到项目 { $item },请重试。
