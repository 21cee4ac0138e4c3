a = L’{ $operation } n’est pas autorisée.
b = L’opération { $operation } n’est pas autorisée.
