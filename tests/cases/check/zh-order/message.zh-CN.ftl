a = 此操作 { $action } 无效。
b = 此操作不支持 OS 平台 { $os_platform }。
