use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    Forbidden,
    #[tolken(code = "Forbidden")]
    NotYours,
}

fn main() {}
