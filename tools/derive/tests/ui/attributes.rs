use tolken_derive::Localize;

#[derive(Localize)]
#[tolken(catalogue = "locales")]
enum OfType {
    Forbidden,
}

#[derive(Localize)]
enum OfOthers {
    #[tolken(cod = "Forbidden")]
    A,
    #[tolken(code = Forbidden)]
    B,
    #[tolken(rename = "Forbidden")]
    C,
    #[tolken(code = "Forbidden", code = "NotFound")]
    D,
    InvalidUrl {
        #[tolken(skip, rename = "url")]
        address: String,
    },
    InvalidInput {
        #[tolken(from = Debug)]
        input: String,
    },
}

fn main() {}
