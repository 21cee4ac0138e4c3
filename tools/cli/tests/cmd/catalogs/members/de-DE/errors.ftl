auth-denied = Kein Zugriff für { $user }.
Late = Zu spät.
Old = Alt.
Older = Älter.
