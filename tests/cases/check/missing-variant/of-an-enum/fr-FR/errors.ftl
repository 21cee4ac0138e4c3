a = { $type ->
    [machine] Ordinateur
   *[other] Ressource
 } introuvable.
