### A file of several texts.

BrokenFirst = Der erste Text.
BrokenSecond = Der zweite Text.
BrokenThird = Der dritte Text.
