FileGone = Bestand { $file } bestaat niet meer.
    .action = Vraag de eigenaar om een kopie.
FileLost = Bestand { $file } is onderweg verloren gegaan.
FileMissing = Bestand { $path } bestaat niet meer.
Offline = Service offline.
