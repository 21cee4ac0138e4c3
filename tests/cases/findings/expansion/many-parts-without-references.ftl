# limits: parts = 8
Broken = { $a } { $b } { $c } { $d } { $e } { $f }
Kept = { $a } { $b } { $c }
