a = See the property “target”.
