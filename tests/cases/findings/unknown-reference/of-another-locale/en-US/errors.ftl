Kept = See { guide }.
guide = the guide
