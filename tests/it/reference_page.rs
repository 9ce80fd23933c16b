//! The reference page of the file formats is the one that the field table makes.

use std::fs;

use homeground_core::scenario::format_reference;

#[test]
fn the_page_in_docs_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/scenario_files.md");
    let made = format_reference();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path, &made).expect("docs can be written");
    }
    let page = fs::read_to_string(path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert!(
        page == made,
        "run the tests once with UPDATE_DOCS=1 and look at the change"
    );
}
