use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    InvalidHashValue { hash: String, attempt: u32 },
    Forbidden { user: String },
}

fn main() {}
