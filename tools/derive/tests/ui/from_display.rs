use tolken_derive::Localize;

struct Opaque;

#[derive(Localize)]
#[tolken(code = "InvalidUrl")]
struct BadUrl {
    #[tolken(from = Display)]
    url: Opaque,
}

#[derive(Localize)]
#[tolken(code = "MaximumBatchSizeExceeded")]
struct TooMany {
    #[tolken(from = Display)]
    received: u32,
    allowed: u32,
}

fn main() {}
