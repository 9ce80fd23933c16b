//! Languages as they are told, and as they stand in their files.

mod catalogue;
mod sources;

use std::path::Path;

use homeground_figures::text::{Teller, Text, decimal, plain};
use homeground_figures::{key, message};
use homeground_report::words::testing::{files, locales};
use homeground_report::words::{LocaleFile, Locales, Words, WordsError};

use catalogue::Catalogue;
use sources::Used;

const ENGLISH: &str = "\
list-separator = { \", \" }
list-last = { $first } and { $last }
number-group-sign = ,
number-group-from = 4
number-decimal-sign = .
number-range = { $lower }–{ $upper }
number-range-minus = { $lower } to { $upper }
weeks = { $n ->
    [0] no weeks
    [one] { $n } week
   *[other] { $n } weeks
}
placed = placed in { $arm } after { $time }
    .short = placed
only-here = only in English
";

const NYNORSK: &str = "\
number-group-sign = { \"\\u202F\" }
number-group-from = 5
weeks = { $n ->
    [0] inga veke
    [one] { $n } veke
   *[other] { $n } veker
}
placed = plassert frå { $arm } etter { $time }
";

fn small() -> Locales {
    let file = |language, text| LocaleFile { language, file: "words.ftl", text };
    Locales::parse(&[file("nn", NYNORSK), file("en", ENGLISH)]).expect("two languages")
}

fn told(code: &str, text: impl Into<Text>) -> String {
    let locales = small();
    let teller: &dyn Teller = locales.words(code).expect("a language");
    teller.tell(&text.into())
}

#[test]
fn words_may_be_shared_between_threads() {
    fn shared<Value: Send + Sync>() {}
    shared::<Words>();
    shared::<Locales>();
}

#[test]
fn counts_choose_their_form_and_are_written_by_our_rule() {
    assert_eq!(told("en", message!("weeks", n = 0u32)), "no weeks");
    assert_eq!(told("en", message!("weeks", n = 1u32)), "1 week");
    assert_eq!(told("en", message!("weeks", n = 1234u32)), "1,234 weeks");
    assert_eq!(told("nn", message!("weeks", n = 1u32)), "1 veke");
    assert_eq!(told("nn", message!("weeks", n = 1234u32)), "1234 veker");
    assert_eq!(told("nn", message!("weeks", n = 12345u32)), "12\u{202f}345 veker");
    // Plain numbers have no groups, and choose too.
    assert_eq!(told("en", message!("weeks", n = plain(1))), "1 week");
    assert_eq!(told("en", message!("weeks", n = plain(1234))), "1234 weeks");
    assert_eq!(told("en", message!("weeks", n = plain(u64::MAX))), format!("{} weeks", u64::MAX));
}

#[test]
fn a_message_may_be_told_inside_another() {
    let text = message!("placed", arm = "home", time = message!("weeks", n = 2u32));
    assert_eq!(told("en", &text), "placed in home after 2 weeks");
    assert_eq!(told("nn", &text), "plassert frå home etter 2 veker");
    assert_eq!(told("nn", text.capital()), "Plassert frå home etter 2 veker");
}

#[test]
fn what_is_missing_is_told_in_english_or_shown_by_its_key() {
    assert_eq!(told("nn", message!("only-here")), "only in English");
    assert_eq!(told("nn", message!("placed.short")), "placed");
    assert_eq!(told("nn", message!("nowhere")), "{nowhere}");
    assert_eq!(told("nn", message!("placed.nowhere")), "{placed.nowhere}");
    assert_eq!(told("en", message!("placed", arm = "home")), "placed in home after {$time}");
    let name = "new_outcome";
    assert_eq!(told("en", key!("outcome-{name}").or(name)), "new_outcome");
    assert_eq!(told("nn", key!("only-{}", "here").or("nothing")), "only in English");
    assert_eq!(small().words("en").expect("English").get("nowhere"), "{nowhere}");
}

#[test]
fn parts_are_joined_as_asked() {
    let list = |names: &[&str]| told("en", Text::list(names.iter().copied()));
    assert_eq!(list(&[]), "");
    assert_eq!(list(&["a"]), "a");
    assert_eq!(list(&["a", "b"]), "a and b");
    assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    assert_eq!(told("en", Text::sentences(["A.", "", "B."])), "A. B.");
    let (low, high) = (decimal(-1.0, 0), decimal(2.0, 0));
    assert_eq!(told("en", Text::between(low, high.clone(), true)), "−1 to 2");
    assert_eq!(told("en", Text::between(decimal(1.0, 0), high, false)), "1–2");
}

#[test]
fn broken_files_are_named_with_their_line() {
    let parse = |files: &[(&str, &str)]| {
        let files: Vec<LocaleFile<'_>> = files
            .iter()
            .map(|&(language, text)| LocaleFile { language, file: "words.ftl", text })
            .collect();
        Locales::parse(&files).map(|_| ()).unwrap_err()
    };
    assert_eq!(parse(&[("nn", "a = b")]), WordsError::NoEnglish);
    assert_eq!(parse(&[]), WordsError::NoEnglish);
    assert_eq!(
        parse(&[("en", "a = b"), ("not a code", "a = b")]),
        WordsError::Language("not a code".to_owned())
    );
    let repeated = parse(&[("en", "a = b"), ("en", "a = c")]);
    assert!(matches!(repeated, WordsError::Repeated { key, .. } if key == "a"));
    let broken = parse(&[("en", "a = b\nc = { $\n")]);
    assert!(matches!(broken, WordsError::Syntax { line: 2.., .. }), "{broken:?}");
}

#[test]
fn a_language_answers_to_its_codes() {
    assert_eq!(locales().codes(), ["en", "nb", "nn"]);
    let name = |code| locales().words(code).map(Words::name);
    assert_eq!(name("en"), Some("English"));
    assert_eq!(name("no"), Some("norsk bokmål"));
    assert_eq!(name("nb"), Some("norsk bokmål"));
    assert_eq!(name("nn"), Some("norsk nynorsk"));
    assert_eq!(name("sv"), None);
    assert_eq!(locales().english().code(), "en");
}

fn catalogue(code: &str) -> Catalogue {
    let files = files().iter().filter(|(language, ..)| language == code);
    Catalogue::new(files.map(|(_, _, text)| text.as_str()))
}

#[test]
fn languages_have_the_same_messages_with_the_same_variables() {
    let english = catalogue("en");
    let mut problems = Vec::new();
    for code in locales().codes() {
        let language = catalogue(code);
        let found = language.problems().into_iter();
        let found = found.chain(english.differences(&language));
        problems.extend(found.map(|problem| format!("{code}: {problem}")));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn languages_have_the_same_files() {
    let names = |code: &str| -> Vec<&str> {
        let files = files().iter().filter(|(language, ..)| language == code);
        files.map(|(_, name, _)| name.as_str()).collect()
    };
    for code in locales().codes() {
        assert_eq!(names(code), names("en"), "{code}");
    }
}

#[test]
fn every_key_in_use_is_there_and_every_key_there_is_in_use() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut used = Used::default();
    for folder in ["crates", "src"] {
        read(&root.join(folder), &mut used);
    }
    let english = catalogue("en");
    let mut problems = used.missing(&english);
    problems.extend(used.unused(&english));
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// Adds all sources and templates below a folder, but for tests.
fn read(folder: &Path, used: &mut Used) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() && !matches!(name.as_ref(), "tests" | "target" | "benches") {
            read(&path, used);
        } else if name.ends_with(".html") || name.ends_with(".rs") && name != "tests.rs" {
            used.read(&std::fs::read_to_string(&path).expect("a source"));
        }
    }
}

#[test]
fn a_page_of_thousands_of_messages_takes_little_time() {
    let locales = small();
    let words = locales.words("nn").expect("nynorsk");
    let text = message!("placed", arm = "home", time = message!("weeks", n = 12u32));
    let start = std::time::Instant::now();
    let length: usize = (0..2000).map(|_| words.tell(&text).len()).sum();
    assert_eq!(length, 2000 * "plassert frå home etter 12 veker".len());
    // 4000 messages take some milliseconds when optimised; the bound is for slow builds.
    let seconds = start.elapsed().as_secs_f64();
    println!("{:.1} ms", seconds * 1000.0);
    assert!(seconds < 1.0, "{seconds} s");
}
