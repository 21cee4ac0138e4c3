use tolken_derive::Localize;

#[derive(Localize)]
#[tolken(catalog = "tests/catalogs/good")]
enum Error {
    TokenExpired { token: String, expired: String },
    TooSlow { seconds: String, hosts: String },
}

fn main() {}
