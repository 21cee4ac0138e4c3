a = 코드
    .label = 코드
