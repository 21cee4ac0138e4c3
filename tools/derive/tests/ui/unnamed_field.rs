use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    InvalidHashValue(String),
}

fn main() {}
