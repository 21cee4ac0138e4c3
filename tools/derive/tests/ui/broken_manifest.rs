use tolken_derive::Localize;

#[derive(Localize)]
#[tolken(catalog = "tests/catalogs/broken")]
enum Error {
    QuotaExceeded { name: String },
}

fn main() {}
