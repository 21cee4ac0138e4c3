InvalidDomainName = Domän namnet { $domain } är ogiltigt.
    .action = Ange ett giltigt domännamn, till exempel example.com.

MissingRequiredParameter = Den obligatoriska parametern { $parameter } saknas.
    .action = Lägg till parametern { $parameter } i begäran.
