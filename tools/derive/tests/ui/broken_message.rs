use tolken_derive::Localize;

#[derive(Localize)]
#[tolken(catalog = "tests/catalogs/syntax")]
enum Error {
    NotFound,
}

fn main() {}
