a = De Api’s zijn ongeldig.
b = De API’s en id’s zijn ongeldig.
