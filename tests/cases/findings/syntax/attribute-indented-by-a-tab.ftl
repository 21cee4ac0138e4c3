Before = Before.
Kept = A text.
	.lost = Lost.
After = After.
