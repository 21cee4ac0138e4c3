mod codes {
    tolken_derive::codes!("tests/catalogs/none");
}

fn main() {}
