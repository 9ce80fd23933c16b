//! What people read on a page, for tests that compare pages word by word.

/// A table longer than this is shown by its first rows: the others hold data.
const ROWS_AT_MOST: usize = 8;

/// The words of a page or a figure, a line for each paragraph, row of a table and label of
/// a figure. Markup, styles, fonts and shapes are left out.
pub fn page(html: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut rows = 0;
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        line.push_str(text);
        let name = tag.split([' ', '/', '\n']).find(|part| !part.is_empty());
        match name.unwrap_or_default() {
            "style" if !tag.starts_with('/') => {
                rest = rest.split_once("</style>").map_or("", |(_, after)| after);
            }
            "table" => rows = 0,
            "td" | "th" if tag.starts_with('/') => line.push_str(" | "),
            "small" => line.push(' '),
            "tr" if tag.starts_with('/') => {
                rows += 1;
                match rows {
                    ..=ROWS_AT_MOST => finish(&mut line, &mut lines),
                    _ => line.clear(),
                }
            }
            "strong" | "span" | "code" | "a" | "tr" | "td" | "th" => {}
            _ => finish(&mut line, &mut lines),
        }
    }
    finish(&mut line, &mut lines);
    lines.join("\n")
}

/// Ends a line; an empty one is left out, and so is one that repeats the line before.
fn finish(line: &mut String, lines: &mut Vec<String>) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut text = words.join(" ");
    for (entity, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#38;", "&"),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, sign);
    }
    if !text.is_empty() && lines.last() != Some(&text) {
        lines.push(text);
    }
    line.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_left_out_and_words_stay() {
        let html = "<html><style>b{}</style><h1>A &#38; b</h1>\n<p><strong>One</strong> two</p>\
            <table><tr><th>x<small>1–2</small></th><td>y</td></tr></table>\
            <svg><polyline points=\"0,1\"/><text x=\"1\">label</text></svg>";
        assert_eq!(page(html), "A & b\nOne two\nx 1–2 | y |\nlabel");
        let row = "<tr><td>z</td></tr>".repeat(20);
        assert_eq!(page(&format!("<table>{row}</table>")), "z |");
    }
}
