a = De invoer ‘{ $input } ’ is ongeldig.
b = De invoer ‘{ $input }’ is ongeldig.
