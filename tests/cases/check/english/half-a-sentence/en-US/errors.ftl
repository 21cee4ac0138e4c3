a = The file was not found. Check the path.
