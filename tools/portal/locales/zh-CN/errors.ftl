UnknownCode = 目录中没有代码 { $code }。
    .action = 请检查代码的拼写和大小写。
