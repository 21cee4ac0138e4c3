//! The `tolken` command; its parts are in the library, where tests and fuzzing can call them.

use std::process::ExitCode;

fn main() -> ExitCode {
    tolken_cli::run()
}
