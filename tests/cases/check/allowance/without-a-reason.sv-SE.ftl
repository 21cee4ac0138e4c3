# tolken: allow tab
a = Hittades inte.
