use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    #[tolken(status = 404)]
    Forbidden,
    #[tolken(status = 4040)]
    NotFound,
}

fn main() {}
