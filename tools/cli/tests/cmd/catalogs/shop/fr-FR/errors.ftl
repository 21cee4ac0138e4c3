FilesRejected = { LIST($files) } dépassent { NUMBER($limit) } Mo.
