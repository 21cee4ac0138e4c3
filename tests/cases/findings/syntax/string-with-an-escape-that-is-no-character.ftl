Before = Before.
Broken-brace = { "\{" }
Broken-surrogate = { "\uD800" } and { "\U110000" }
Kept = { "\\ \" \u00A9 \U01F44D \uFFFD" }
After = After.
