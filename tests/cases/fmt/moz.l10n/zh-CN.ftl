### tolken 错误目录，zh-CN

BadRequest = 请求无效。
    .action = 请对照 API 文档检查请求的语法和参数。
ODataError = OData URI 查询无效：{ $detail }
    .action = 请更正 URI 中的 OData 查询选项，然后重试。
InvalidInput = 输入“{ $input }”无效。
    .action = 请更正该值，然后重试。
InvalidRequestBody = 请求正文无效。
    .action = 请检查正文格式是否正确，以及参数名称（包括大小写）是否与文档一致。
InvalidHashValue = 哈希值 { $hash } 无效。
    .action = 请提供采用受支持格式的完整哈希值。
InvalidDomainName = 域名 { $domain } 无效。
    .action = 请提供有效的域名，例如 example.com。
InvalidIpAddress = IP 地址 { $ip_address } 无效。
    .action = 请提供有效的 IPv4 或 IPv6 地址。
InvalidUrl = URL { $url } 无效。
    .action = 请提供包含方案（例如 https://）的完整 URL。
MaximumBatchSizeExceeded = 已超出最大批处理大小。收到：{ NUMBER($received) }；允许：{ NUMBER($allowed) }。
    .action = 请在每个请求中最多发送 { NUMBER($allowed) } 项。
MissingRequiredParameter = 缺少必需的参数 { $parameter }。
    .action = 请在请求中添加参数 { $parameter }。参数名称区分大小写。
OsPlatformNotSupported = 此操作不支持 OS 平台 { $os_platform }。
    .action = 请在 OS 平台受支持的设备上执行此操作。
ClientVersionNotSupported = 客户端版本 { $minimum_version } 及更高版本支持操作 { $action }。
    .action = 请将客户端更新到版本 { $minimum_version } 或更高版本。
Unauthorized = 身份验证失败。授权标头可能无效或已过期。
    .action = 请获取新的访问令牌，并通过 Authorization 标头发送。
Forbidden = 访问被拒绝。令牌有效，但权限不足，无法执行此操作。
    .action = 请联系管理员授予所需的权限。
DisabledFeature = 租户未启用此功能。
    .action = 请联系租户管理员启用此功能。
DisallowedOperation = 不允许执行操作 { $operation }。原因：{ $reason }
    .action = 请解决原因中所述的问题，或改用允许的操作。
NotFound = 找不到所请求的项。
    .action = 请检查请求中的路径和标识符。
ResourceNotFound =
    { $resource_type ->
        [machine] 找不到计算机 { $resource_id }。
        [alert] 找不到警报 { $resource_id }。
        [incident] 找不到事件 { $resource_id }。
       *[other] 找不到资源 { $resource_id }。
    }
    .action = 请检查标识符，并确认该资源仍然存在。
InternalServerError = 发生内部服务器错误。
    .action = 请重试该操作。如果问题仍然存在，请联系支持人员并提供跟踪 ID。
status-400 = 错误的请求
status-401 = 未授权
status-403 = 禁止访问
status-404 = 未找到
status-500 = 内部服务器错误
label-error-code = 错误代码
label-http-status = HTTP 状态代码
label-message = 消息
label-action = 建议的操作
label-examples = 示例
label-tracking-id = 跟踪 ID
note-case-sensitive = 请求正文参数区分大小写。如果出现 InvalidRequestBody 或 MissingRequiredParameter 错误，请对照 API 文档中的示例检查每个参数的拼写和大小写。
note-authorization = 此错误通常表示授权标头无效或已过期。
note-permission = 令牌有效，但权限不足，无法执行该操作。
note-internal = 此错误可能不包含消息。请重试该操作。如果问题仍然存在，请与我们联系。
note-tracking-id = 每个错误响应的“target”属性都包含一个唯一的跟踪 ID。就某个错误与我们联系时，请附上此 ID，以帮助我们找到根本原因。
