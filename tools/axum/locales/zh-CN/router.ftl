MethodNotAllowed = 此地址不支持该请求的 HTTP 方法。
    .action = 请对照 API 文档检查请求方法。

RequestTimeout = 请求超时。
    .action = 请稍后重试。

ContentTooLarge = 请求正文过大。
    .action = 请减少数据量，或将请求拆分成多个。

UnsupportedMediaType = 不支持该请求的内容类型。
    .action = 请将 Content-Type 标头设置为 API 文档中列出的类型，例如 application/json。

UnprocessableContent = 请求正文的内容无效。
    .action = 请对照 API 文档检查正文的字段及其类型。

TooManyRequests = 发送的请求过多。
    .action = 请稍等片刻，然后重试。

ServiceUnavailable = 服务当前不可用。
    .action = 请稍后重试。
