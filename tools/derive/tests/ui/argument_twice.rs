use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    InvalidHashValue {
        hash: String,
        #[tolken(rename = "hash")]
        digest: String,
    },
}

fn main() {}
