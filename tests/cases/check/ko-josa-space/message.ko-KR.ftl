a = { $value } 을 확인하십시오.
b = { $value } 이 값을 확인하십시오.
