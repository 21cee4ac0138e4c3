use tolken_derive::Localize;

#[derive(Localize)]
#[tolken(catalog = "locale")]
enum Error {
    NotFound,
}

fn main() {}
