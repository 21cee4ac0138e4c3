a = L’appareil { $os ->
    [linux] libre { $os }
   *[other] autre { $os }
 } est ancien.
