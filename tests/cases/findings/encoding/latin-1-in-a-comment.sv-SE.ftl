# För översättare
Kept = Kommentaren Ã¤r i fel kodning, texten Ã¤r det inte.
