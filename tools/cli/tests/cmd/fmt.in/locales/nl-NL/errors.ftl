# De gebruiker ziet dit.
NotFound=Niet gevonden.  



TooMany = {$count ->
  [one] Er is {NUMBER($count,minimumFractionDigits:1)} item.
  *[other] Er zijn { $count } items.
  }
    .action = Probeer het
      later opnieuw.
