Old = Old.
