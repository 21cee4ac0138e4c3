subject = the file { $name }
a = Cannot open { subject }.
