calls = {LIST($a,$b,  type : "or" , style:"long")} {DATETIME($date,year:"numeric")} {NUMBER(-5.00, x: 1)}
in-call = {LIST({$x},{ "a" }, {{$y}})}
choice-in-call = {LIST({$n ->
   *[other] viele
}, $x)} danach
