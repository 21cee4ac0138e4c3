use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    #[tolken(transparent)]
    Io(std::io::Error),
}

fn main() {}
