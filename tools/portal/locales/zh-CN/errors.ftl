UnknownCode = 目录中没有代码 { $code }。
    .action = 请检查代码的拼写和大小写。

UnknownLocale = 目录未提供语言 { $locale } 的版本。
    .action = 请使用 { LIST($available, type: "or") }。

NoSources = 无法提供语言 { $locale } 的 Fluent 文件，因为服务使用的是预生成的目录。
    .action = 请联系服务的运维人员，改用包含 Fluent 文件的文件夹。

UnknownProfile = 响应格式 { $profile } 不存在。
    .action = 请使用 { LIST($available, type: "or") }。

AddressNotUtf8 = 请求地址不是有效的 UTF-8。
    .action = 请将地址编码为 UTF-8，然后进行百分号编码。

NumberOutOfRange = 参数 { $parameter } 不是 { NUMBER($least) } 到 { NUMBER($greatest) } 之间的整数。
    .action = 请更正该值，然后重试。

UnknownValue = 参数 { $parameter } 的值“{ $value }”无效。
    .action = 请使用 { LIST($available, type: "or") }。

BodyNotUtf8 = 请求正文的第 { NUMBER($position) } 个字节不是有效的 UTF-8。
    .action = 请将正文编码为 UTF-8。

MalformedJson = 请求正文的第 { NUMBER($line) } 行第 { NUMBER($column) } 列不是有效的 JSON：{ $detail }
    .action = 请更正此处的 JSON。

NoObject = 请求正文既不是包含字段 { $field } 的 JSON 对象，也不是由此类对象组成的数组。
    .action = 请对照 API 文档检查正文。

BatchTooLarge = 批处理中的请求过多。收到：{ NUMBER($received) }；允许：{ NUMBER($allowed) }。
    .action = 请将批处理拆分成多个。

MissingField = 缺少必需的字段 { $field }（第 { NUMBER($line) } 行，第 { NUMBER($column) } 列）。
    .action = 请在对象中添加字段 { $field }。

UnknownField = 字段 { $field } 未知（第 { NUMBER($line) } 行，第 { NUMBER($column) } 列）。
    .action = 请移除该字段或更正其名称。字段名称区分大小写。

RepeatedField = 字段 { $field } 出现了多次（第 { NUMBER($line) } 行，第 { NUMBER($column) } 列）。
    .action = 请只保留其中一个。

WrongType = 第 { NUMBER($line) } 行第 { NUMBER($column) } 列的值类型无效：{ $detail }
    .action = 请对照 API 文档检查字段的类型。

TwoLanguages = 请求同时包含字段 locale 和字段 accept_language。
    .action = 请只保留其中一个。

UnknownForm = 字段 as 中的输出形式“{ $form }”不存在。
    .action = 请使用 { LIST($available, type: "or") }。
