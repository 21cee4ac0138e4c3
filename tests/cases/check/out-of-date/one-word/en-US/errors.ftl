# A comment, and a text over two lines.
a =
    The file { $name } is not
    there.
    .action = Open another file.
