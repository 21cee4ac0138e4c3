use tolken_derive::Localize;

#[derive(Localize)]
#[tolken(catalog = "tests/catalogs/good")]
enum Error {
    QuotaFull { name: String },
}

fn main() {}
