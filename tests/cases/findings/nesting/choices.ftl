# limits: nesting = 2
Before = Before.
Broken = { $a ->
   *[x] { $b ->
       *[y] { $c ->
           *[z] Three choices in each other.
        }
    }
}
Kept = { $a ->
   *[x] { $b ->
       *[y] Two choices in each other.
    }
}
