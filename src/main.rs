//! The program `homeground`.

fn main() -> std::process::ExitCode {
    homeground::cli::main()
}
