use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    MissingRequiredParameter { paramter: String },
    InvalidUrl {
        #[tolken(rename = "uri")]
        address: String,
    },
}

fn main() {}
