use tolken::codes::{InvalidHashValue, MaximumBatchSizeExceeded};

fn main() {
    let _ = InvalidHashValue {};
    let _ = MaximumBatchSizeExceeded { received: "7", allowed: 5 };
}
