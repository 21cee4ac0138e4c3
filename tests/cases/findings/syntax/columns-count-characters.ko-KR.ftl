Before = 앞.
Broken = 값 👍🏽 { $이름 }이 잘못되었습니다.
After = 뒤.
