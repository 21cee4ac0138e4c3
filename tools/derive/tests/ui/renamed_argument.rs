use tolken_derive::Localize;

#[derive(Localize)]
#[tolken(catalog = "tests/catalogs/drift")]
enum Error {
    QuotaExceeded { name: String },
}

#[derive(Localize)]
#[tolken(catalog = "tests/catalogs/good", code = "QuotaExceeded")]
struct Quota {
    names: String,
    used: u32,
}

fn main() {}
