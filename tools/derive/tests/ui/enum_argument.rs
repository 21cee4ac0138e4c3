use tolken_derive::EnumArgument;

#[derive(EnumArgument)]
enum Resource {
    Machine(u32),
    Alert,
    #[tolken(value = "alert")]
    Alarm,
    #[tolken(code = "incident")]
    Incident,
}

#[derive(EnumArgument)]
struct NoEnum;

fn main() {}
