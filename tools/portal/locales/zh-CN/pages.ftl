portal-title = 错误目录
skip-link = 跳到主要内容
navigation = 主导航
navigation-api = API
language-name = 简体中文
language-switch = 语言
separator = 、

copy = 复制
copied = 已复制
copy-message = 复制消息
copy-action = 复制建议的操作
copy-argument = 复制 { $name }
copy-code = 复制错误代码
copy-link = 复制链接
copy-response = 复制响应
copy-tracking-id = 复制跟踪 ID

lookup-title = 客户看到了什么？
lookup-label = 客户看到的文本
lookup-hint = 请粘贴一条消息、消息的一部分或整行日志，语言不限。文本不会被保存。
lookup-paste-hint = 粘贴文本后会立即查找。
lookup-submit = 查找
lookup-again = 查找其他文本

search-title = 搜索目录
search-label = 代码或词语（任意语言）
search-any-status = 全部
search-submit = 搜索
search-count = { $count ->
    [0] 找不到代码。
   *[other] { NUMBER($count) } 个代码
}
search-none-hint = 请检查拼写、减少词语或选择其他状态。
search-pages = 结果页
search-page = 第 { NUMBER($page) } 页，共 { NUMBER($pages) } 页
search-previous = 上一页
search-next = 下一页

answer-title = 查找结果
answer-count = 在文本中找到 { NUMBER($count) } 条消息。
answer-none = 目录中没有与此文本相似的消息。
answer-none-more = 请按显示的原样粘贴更多文本。
answer-none-search = 请搜索文本中的单个词语：
answer-none-other = 文本可能来自其他服务。
answer-incomplete = 文本过长或过于复杂，无法完整搜索。请只粘贴所需的部分。
answer-language = 文本的语言
answer-code = 打开 { $code } 的页面
answer-shared = 另一个代码具有相同的文本，无法根据文本区分。
legend-message = 消息
legend-argument = 参数

sure-certain = 几乎确定（{ NUMBER($score, style: "percent") }）
sure-likely = 很可能（{ NUMBER($score, style: "percent") }）
sure-possible = 可能（{ NUMBER($score, style: "percent") }）
sure-doubtful = 存疑（{ NUMBER($score, style: "percent") }）

kind-exact = { $what ->
    [action] 文本包含建议的操作中的所有词语。
   *[message] 文本包含消息中的所有词语。
}
kind-former = { $what ->
    [action] 文本包含建议的操作的早期措辞。
   *[message] 文本包含消息的早期措辞。
}
kind-fuzzy = { $what ->
    [action] 文本与建议的操作相似。
   *[message] 文本与消息相似。
}
kind-truncated = { $what ->
    [action] 文本包含建议的操作的一部分，其余部分被截断。
   *[message] 文本包含消息的一部分，其余部分被截断。
}

difference-title = 差异
difference-missing = 缺少“{ $expected }”。
difference-extra = 消息中没有“{ $given }”。
difference-instead = “{ $given }”取代了“{ $expected }”。

arguments-title = 参数
argument-name = 名称
argument-value = 值
argument-sure = 确定性
argument-exact = 精确
argument-chosen = 其他值也会得到相同的文本。
argument-open = 值的结束位置是推测的。
argument-example = 示例：
argument-sensitive = 敏感：显示占位符，链接不包含该值。
type-string = 文本
type-integer = 整数
type-number = 数字
type-datetime = 日期和时间
type-list = 以逗号分隔的列表
type-enum = 多个值之一

others-title = 其他语言
candidates-title = 其他候选项（{ NUMBER($count) }）
code-retired = 已停用
code-replacement = 请改用此代码：
code-help = 文档
code-missing = 未提供以下语言的版本：
try-hint = 请输入自己的值。字段留空时显示其示例。
try-submit = 显示
share-label = 带有这些参数的本页链接：
responses-title = 响应
notes-title = 说明

locales-title = 语言
locales-intro = 目录的语言，以及每种语言涵盖源语言内容的程度。
locales-source = 源语言
coverage-messages = 消息
coverage-actions = 建议的操作
coverage-share = { NUMBER($count) }/{ NUMBER($total) }
coverage-missing-messages = 缺少的消息：
coverage-missing-actions = 缺少的建议操作：
coverage-more = 以及另外 { NUMBER($count) } 个

error-near = 是否要查找：
error-home = 转到起始页
