use tolken_derive::Localize;

#[derive(Localize)]
enum Error {
    ResourceNotFound { resource_type: String, resource_id: String },
}

fn main() {}
