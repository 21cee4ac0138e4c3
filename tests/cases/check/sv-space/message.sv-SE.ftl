a = Frågan är ogiltig : { $detail }
b = Frågan är ogiltig: { $detail }
