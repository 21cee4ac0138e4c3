# Erst


### Datei


## Gruppe


##

lines =
    a
    b
    
    
    c  
      d
placeable-first =
    { "x" } b
    c
placeable-lines =
    a
    { "x" }
      { "x" }
    b
choices =
    a { $n ->
        [one]
            eins
            zwei
       *[other]
            viele
            
              tief
    } b
    { $n ->
        [one]
            eins
            zwei
       *[other]
            viele
            
              tief
    }
nested =
    { $n ->
        [one]
            { $n ->
                [one]
                    eins
                    zwei
               *[other]
                    viele
                    
                      tief
            }!
       *[other] .x { $n ->
                [one]
                    eins
                    zwei
               *[other]
                    viele
                    
                      tief
            }
    }
in-placeable = {{ $n ->
        [one]
            eins
            zwei
       *[other]
            viele
            
              tief
    }}
attributes =
    .b = [a
        b
    .a =
        { $n ->
            [one]
                eins
                zwei
           *[other]
                viele
                
                  tief
        }

# Zwischen


# Zuletzt

