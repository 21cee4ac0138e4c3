NotFound = Three.
