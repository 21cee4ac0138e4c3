NotFound = تعذّر العثور على العنصر { $itme }.
    .action = تحقّق من الاسم { $item } ثم أعد المحاولة.

TooMany = { $count ->
    [0] لا يوجد ما يمكن إرساله.
    [one] عنصر واحد أكثر مما يمكنك إرساله.
    [two] عنصران أكثر مما يمكنك إرساله.
    [few] { NUMBER($count) } عناصر أكثر مما يمكنك إرساله.
    [many] { NUMBER($count) } عنصرًا أكثر مما يمكنك إرساله.
   *[other] { NUMBER($count) } عنصر أكثر مما يمكنك إرساله.
}

Waiting = { $kind ->
    [import] الاستيراد
    [export] التصدير
   *[other] العملية
} قيد الانتظار منذ { DATETIME($since, dateStyle: "medium") }.
    .action = انتظر.

label-retry = إعادة المحاولة
oops
