Label = 오류 코드
