//! `wxp`: signs and checks WeChat Pay V2 messages offline, so that no secret is ever pasted into a
//! web page. `wxp --help` tells the rest.

fn main() -> std::process::ExitCode {
    wxp_tool::main()
}
