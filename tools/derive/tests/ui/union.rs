use tolken_derive::Localize;

#[derive(Localize)]
union Error {
    hash: u64,
}

fn main() {}
