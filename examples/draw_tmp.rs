fn main() {
    for folder in std::env::args().skip(2) {
        let language =
            homeground::report::Language::from_code(&std::env::args().nth(1).unwrap()).unwrap();
        let start = std::time::Instant::now();
        match homeground::report::draw(folder.as_ref(), language) {
            Ok(_) => eprintln!("{folder} {:?}", start.elapsed()),
            Err(e) => eprintln!("{e}"),
        }
    }
}
