a = Skicka den i authorization-huvudet.
