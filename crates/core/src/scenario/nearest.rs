//! The valid word that a user most likely meant.

/// The candidate nearest to a word, if one is near enough to be worth naming.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain(word);
    let letters = wanted.chars().count();
    let allowed = match letters {
        0 => return None,
        1..=3 => 1,
        4..=7 => 2,
        _ => letters / 3,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let offered = plain(candidate);
        // Half of a name ("clinic" for "health_clinic") is far in letters but clear in meaning.
        let part = letters >= 4
            && (offered.contains(&wanted) || wanted.contains(&offered) && offered.len() >= 4);
        let mut distance = strsim::damerau_levenshtein(&wanted, &offered);
        if part {
            distance = distance.min(allowed);
        }
        if distance <= allowed && best.is_none_or(|(smallest, _)| distance < smallest) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Small letters, and one sign between words.
fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', ' '], "_")
}

/// "did you mean `word`?", or nothing.
pub(crate) fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(word, candidates).map(|near| format!("did you mean `{near}`?"))
}

/// The valid words, unless they are many and a near one was named already.
pub(crate) fn all_valid(words: &[&str], near: bool) -> String {
    const MANY: usize = 12;
    if near && words.len() > MANY { String::new() } else { row(words.iter().copied()) }
}

/// Words in a row for a message: `a`, `b`, `c`; a long row is cut.
pub(crate) fn row<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 60;
    let words: Vec<&str> = words.into_iter().collect();
    let mut text = words.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    if words.len() > MOST {
        text.push_str(&format!(" and {} more", words.len() - MOST));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_of_the_finger_find_their_word() {
        let arenas = ["home", "office", "residential", "health_clinic", "digital"];
        for (slip, meant) in [
            ("hoem", "home"),
            ("Home", "home"),
            ("ofice", "office"),
            ("health clinic", "health_clinic"),
            ("clinic", "health_clinic"),
            ("digitla", "digital"),
        ] {
            assert_eq!(nearest(slip, arenas), Some(meant), "{slip}");
        }
    }

    #[test]
    fn words_far_from_all_candidates_find_none() {
        assert_eq!(nearest("spaceship", ["home", "office"]), None);
        assert_eq!(nearest("", ["home"]), None);
    }
}
