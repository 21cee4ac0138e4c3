# limits: findings = 2
Fine = Fine.
broken one
broken two
broken three
broken four
Also = Also fine.
