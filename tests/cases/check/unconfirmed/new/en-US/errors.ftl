a = The file is gone.
b = The folder is gone.
