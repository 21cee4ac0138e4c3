a = The file is gone.
