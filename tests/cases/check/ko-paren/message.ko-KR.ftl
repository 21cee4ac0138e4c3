a = 도메인 이름 (예: example.com)을 지정하십시오.
b = 도메인 이름(예: example.com)을 지정하십시오.
