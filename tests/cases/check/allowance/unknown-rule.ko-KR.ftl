# tolken: allow ko-jsa: the value is a word
a = 찾을 수 없습니다.
