portal-title = 오류 카탈로그
