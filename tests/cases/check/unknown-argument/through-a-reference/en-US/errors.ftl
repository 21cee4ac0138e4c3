part = the page { $page }
a = Gone.
b = Gone: { part } { $page }
