Before = Before.
Broken =
	A text on the next line.
After = After.
