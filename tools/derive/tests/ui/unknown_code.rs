use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    DiskFull,
}

fn main() {}
