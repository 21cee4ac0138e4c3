a = OData URI 查询无效： { $detail }
b = OData URI 查询无效：{ $detail }
