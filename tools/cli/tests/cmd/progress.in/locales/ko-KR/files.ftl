Full = 포털이 { $name } 가득 찼습니다.
