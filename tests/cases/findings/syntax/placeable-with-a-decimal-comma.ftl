Before = Before.
Broken = { 1,5 } hours.
Broken-point = { 1. } hour.
Broken-sign = { - } hours.
After = After.
