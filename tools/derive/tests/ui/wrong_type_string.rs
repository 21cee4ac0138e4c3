use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    InvalidHashValue { hash: u64 },
}

fn main() {}
