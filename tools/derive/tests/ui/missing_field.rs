use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    InvalidHashValue,
    MaximumBatchSizeExceeded { received: u32 },
}

fn main() {}
