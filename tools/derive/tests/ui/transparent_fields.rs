use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    #[tolken(transparent)]
    Storage { tenant: u32, cause: Box<dyn tolken::Localized> },
    #[tolken(transparent)]
    Nothing,
    #[tolken(transparent, code = "Forbidden")]
    Both(Box<dyn tolken::Localized>),
}

fn main() {}
