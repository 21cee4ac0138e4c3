Label = Error code
