InvalidUrl = 잘못된 URL입니다: { $url }
