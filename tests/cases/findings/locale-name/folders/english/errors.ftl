BrokenEnglish = English.
