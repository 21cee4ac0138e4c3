use tolken_derive::{EnumArgument, Localize};

#[derive(EnumArgument)]
enum Resource {
    Machine,
    Printer,
}

#[derive(Localize)]
enum Error {
    ResourceNotFound { resource_type: Resource, resource_id: String },
}

fn main() {}
