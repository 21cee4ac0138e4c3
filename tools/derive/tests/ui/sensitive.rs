use tolken_derive::Localize;

#[derive(Localize)]
#[tolken(catalog = "tests/catalogs/good")]
enum Error {
    QuotaExceeded {
        #[tolken(sensitive)]
        name: String,
        used: u32,
    },
}

fn main() {}
