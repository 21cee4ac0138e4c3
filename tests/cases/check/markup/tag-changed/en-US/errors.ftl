a = See the guide &amp; the page.
