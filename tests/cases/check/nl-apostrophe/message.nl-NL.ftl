a = De API's zijn ongeldig.
b = De API’s zijn ongeldig.
