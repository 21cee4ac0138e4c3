a = You get the error InvalidUrl.
