a = Error code
