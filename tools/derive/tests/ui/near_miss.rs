use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    InvalidHashValu { hash: String },
    #[tolken(code = "not-found")]
    Missing,
}

fn main() {}
