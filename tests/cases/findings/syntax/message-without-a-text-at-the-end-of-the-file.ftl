Before = Before.
Broken =