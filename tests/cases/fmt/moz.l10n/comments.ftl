### Das Ganze
###
### Noch einmal


## Gruppe


# Für sich


# Auch für sich
#
#   eingerückt   
# Ende

# An der Nachricht
#
# $name (String) - wer
hello = Hallo { $name }

## Zweite Gruppe

bye = Tschüss

##


# Am Ende

