# tolken: allow sv-compound: quoted from a log
a = Hittades inte.
