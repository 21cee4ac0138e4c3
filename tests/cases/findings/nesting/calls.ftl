# limits: nesting = 4
Before = Before.
Broken = { NUMBER(NUMBER(NUMBER(NUMBER($n)))) }
After = After.
