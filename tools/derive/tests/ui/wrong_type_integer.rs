use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    MaximumBatchSizeExceeded { received: String, allowed: f64 },
}

fn main() {}
