portal-title = 错误目录
