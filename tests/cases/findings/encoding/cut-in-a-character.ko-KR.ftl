Before = ì•ž.
Broken = ë’