//! Text for terminals: paragraphs and tables that fit a width and lose no word.

/// How the cells of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Words that stay on one line.
    Word,
    /// Numbers, which stand to the right.
    Number,
    /// Text that may be broken into lines.
    Text,
}

/// A table of text.
#[derive(Clone, Debug, Default)]
pub struct PlainTable {
    headings: Vec<String>,
    kinds: Vec<Column>,
    rows: Vec<Vec<String>>,
}

/// Space between columns, and what is left of it where words would not fit otherwise.
const GAP: usize = 2;
const SMALL_GAP: usize = 1;
/// A column of text is not made narrower than this.
const NARROWEST: usize = 18;

impl PlainTable {
    /// A table without rows.
    pub fn new(columns: &[(&str, Column)]) -> Self {
        Self {
            headings: columns.iter().map(|(name, _)| (*name).to_owned()).collect(),
            kinds: columns.iter().map(|(_, kind)| *kind).collect(),
            rows: Vec::new(),
        }
    }

    /// One more row; it must have a cell for each column.
    pub fn row(&mut self, cells: Vec<String>) {
        debug_assert_eq!(cells.len(), self.kinds.len());
        self.rows.push(cells);
    }

    /// The table in lines no wider than `width`, if its words allow it.
    ///
    /// Columns of text share the space that the others leave. What finds none stands
    /// on lines of its own below each row, the last columns first; if even words and
    /// numbers find none, every cell has a line.
    pub fn render(&self, width: usize) -> String {
        let mut beside: Vec<usize> = (0..self.kinds.len()).collect();
        loop {
            if let Some(widths) = self.widths(&beside, GAP, width) {
                return self.render_columns(&beside, &widths, GAP, width);
            }
            let last_text = beside.iter().rposition(|column| self.kinds[*column] == Column::Text);
            match last_text {
                Some(position) => beside.remove(position),
                None => break,
            };
        }
        match self.widths(&beside, SMALL_GAP, width) {
            Some(widths) => self.render_columns(&beside, &widths, SMALL_GAP, width),
            None => self.render_records(width),
        }
    }

    /// Widths of the columns that stand beside each other, if they fit.
    fn widths(&self, beside: &[usize], gap: usize, width: usize) -> Option<Vec<usize>> {
        let gaps = gap * beside.len().saturating_sub(1);
        let natural: Vec<usize> = beside.iter().map(|column| self.natural_width(*column)).collect();
        if natural.iter().sum::<usize>() + gaps <= width {
            return Some(natural);
        }
        let is_text = |place: usize| self.kinds[beside[place]] == Column::Text;
        let fixed: usize =
            (0..beside.len()).filter(|place| !is_text(*place)).map(|place| natural[place]).sum();
        let mut left = width.checked_sub(fixed + gaps)?;
        let mut texts: Vec<usize> = (0..beside.len()).filter(|place| is_text(*place)).collect();
        let mut widths = natural.clone();
        // Short texts take what they need; the long ones share what is left.
        while !texts.is_empty() {
            let share = left / texts.len();
            let Some(position) = texts.iter().position(|place| natural[*place] <= share) else {
                let words = texts.iter().map(|place| self.longest_word(beside[*place]));
                if share < words.max().unwrap_or(0).max(NARROWEST) {
                    return None;
                }
                for place in texts {
                    widths[place] = share;
                }
                break;
            };
            left -= natural[texts.remove(position)];
        }
        Some(widths)
    }

    fn natural_width(&self, column: usize) -> usize {
        let heading = self.headings[column].split(' ').map(length).max();
        let cells = self.rows.iter().map(|row| length(&row[column])).max();
        heading.max(cells).unwrap_or(0)
    }

    fn longest_word(&self, column: usize) -> usize {
        let words = self.rows.iter().flat_map(|row| row[column].split_whitespace());
        words.map(length).max().unwrap_or(0)
    }

    fn render_columns(
        &self,
        beside: &[usize],
        widths: &[usize],
        gap: usize,
        width: usize,
    ) -> String {
        let below: Vec<usize> =
            (0..self.kinds.len()).filter(|column| !beside.contains(column)).collect();
        let mut text = String::new();
        let headings: Vec<Vec<String>> = beside
            .iter()
            .zip(widths)
            .map(|(column, width)| wrap(&self.headings[*column], *width))
            .collect();
        // Headings stand on the rule below them.
        let tallest = headings.iter().map(Vec::len).max().unwrap_or(0);
        let headings: Vec<Vec<String>> = headings
            .into_iter()
            .map(|mut lines| {
                let missing = tallest - lines.len();
                lines.splice(0..0, std::iter::repeat_n(String::new(), missing));
                lines
            })
            .collect();
        self.push_lines(&mut text, beside, (widths, gap), &headings);
        let rule: Vec<Vec<String>> = widths.iter().map(|width| vec!["-".repeat(*width)]).collect();
        self.push_lines(&mut text, beside, (widths, gap), &rule);
        for row in &self.rows {
            let cells: Vec<Vec<String>> = beside
                .iter()
                .zip(widths)
                .map(|(column, width)| wrap(&row[*column], *width))
                .collect();
            self.push_lines(&mut text, beside, (widths, gap), &cells);
            for column in &below {
                self.push_labelled(&mut text, *column, &row[*column], "    ", width);
            }
        }
        text
    }

    fn push_lines(
        &self,
        text: &mut String,
        beside: &[usize],
        (widths, gap): (&[usize], usize),
        cells: &[Vec<String>],
    ) {
        let tallest = cells.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..tallest {
            let mut built = String::new();
            for (place, column) in beside.iter().enumerate() {
                if place > 0 {
                    built.push_str(&" ".repeat(gap));
                }
                let cell = cells[place].get(line).map_or("", String::as_str);
                let space = " ".repeat(widths[place].saturating_sub(length(cell)));
                match self.kinds[*column] {
                    Column::Number => built.extend([space.as_str(), cell]),
                    _ => built.extend([cell, space.as_str()]),
                }
            }
            text.push_str(built.trim_end());
            text.push('\n');
        }
    }

    fn push_labelled(
        &self,
        text: &mut String,
        column: usize,
        cell: &str,
        indent: &str,
        width: usize,
    ) {
        if cell.is_empty() {
            return;
        }
        let label = format!("{indent}{}: ", self.headings[column]);
        text.push_str(&hang(&label, cell, &format!("{indent}  "), width));
    }

    fn render_records(&self, width: usize) -> String {
        let mut text = String::new();
        for (number, row) in self.rows.iter().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            for (column, cell) in row.iter().enumerate() {
                self.push_labelled(&mut text, column, cell, "", width);
            }
        }
        text
    }
}

/// A paragraph whose first line begins with `first` and whose others begin with `rest`.
pub fn hang(first: &str, text: &str, rest: &str, width: usize) -> String {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let needed = length(&line) + usize::from(!empty) + length(word);
        if !empty && needed > width {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n") + "\n"
}

/// Breaks text between words into lines no wider than `width`; a word that is wider
/// is broken too. At least one line.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && length(&line) + 1 + length(word) <= width {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for sign in word.chars() {
            if length(&line) == width {
                lines.push(std::mem::take(&mut line));
            }
            line.push(sign);
        }
    }
    lines.push(line);
    lines
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> PlainTable {
        let mut table = PlainTable::new(&[
            ("key", Column::Word),
            ("travel minutes", Column::Number),
            ("source", Column::Text),
        ]);
        let source = "five advantages and four challenges of home visits";
        table.row(vec!["home".into(), "45".into(), source.into()]);
        table.row(vec!["office".into(), "0".into(), "our assumption".into()]);
        table
    }

    #[test]
    fn text_is_broken_between_words_and_stands_below_when_there_is_no_space() {
        insta::assert_snapshot!("plain_table_50", table().render(50));
        insta::assert_snapshot!("plain_table_34", table().render(34));
        insta::assert_snapshot!("plain_table_12", table().render(12));
    }

    #[test]
    fn no_word_is_lost_at_any_width() {
        let letters = |text: &str| -> Vec<char> {
            text.chars().filter(|sign| sign.is_alphanumeric()).collect()
        };
        for width in 1..90 {
            let text = table().render(width);
            for word in ["challenges", "assumption", "office", "45"] {
                let found = text.replace(['\n', ' '], "").contains(word)
                    || letters(&text).windows(word.len()).any(|part| part == letters(word));
                assert!(found || width < 12, "{word} at {width}:\n{text}");
            }
        }
    }

    #[test]
    fn a_paragraph_hangs_below_its_first_words() {
        assert_eq!(
            hang("Week 3: ", "the first visit is held", "  ", 20),
            "Week 3: the first\n  visit is held\n"
        );
    }
}
