//! The story in lines of a width: here its language is chosen.

use std::iter::repeat_n;

use homeground_figures::message;
use homeground_figures::text::{Teller, Text, plain};

use crate::plain::{Column, PlainTable, hang, wrap};
use crate::words::Words;

/// Longer lines are hard to read aloud; tables may be wider.
const LONGEST_LINE: usize = 92;

/// A part of the story, before its language and its width are known.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Block {
    /// Heading of the whole story.
    Title(Text),
    /// Heading of a part.
    Heading(Text),
    /// Text in lines; an empty one takes no line.
    Paragraph(Text),
    /// Text that is never broken, such as a path.
    Line(Text),
    /// What happens at a time, which stands before it.
    Entry {
        /// The time.
        when: Text,
        /// What happens.
        what: Text,
    },
    /// A table.
    Table(Table),
    /// An empty line.
    Blank,
}

/// A table before its language is known.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// Headings, and how the cells below them stand.
    pub(super) columns: Vec<(Text, Column)>,
    /// Cells, as many in a row as there are columns.
    pub(super) rows: Vec<Vec<Text>>,
}

impl Table {
    fn render(&self, words: &Words, width: usize) -> String {
        let headings: Vec<String> = self.columns.iter().map(|(name, _)| words.tell(name)).collect();
        let kinds = self.columns.iter().map(|(_, kind)| *kind);
        let columns: Vec<(&str, Column)> = headings.iter().map(String::as_str).zip(kinds).collect();
        let mut table = PlainTable::new(&columns);
        for row in &self.rows {
            table.row(row.iter().map(|cell| words.tell(cell)).collect());
        }
        table.render(width)
    }
}

/// All blocks in lines no wider than `width`, if the words allow it.
pub(super) fn lines(blocks: Vec<Block>, words: &Words, width: usize) -> String {
    let (width, table_width) = (width.min(LONGEST_LINE), width);
    // Times of entries are as wide as that of the tenth month, and a gap.
    let tenth = words.tell(&message!("story-month", month = plain(10)));
    let indent = " ".repeat(tenth.chars().count() + 2);
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Title(title) => heading(&mut text, &words.tell(&title), '='),
            Block::Heading(title) => heading(&mut text, &words.tell(&title), '-'),
            Block::Paragraph(paragraph) => {
                let paragraph = words.tell(&paragraph);
                if !paragraph.is_empty() {
                    text.push_str(&wrap(&paragraph, width).join("\n"));
                    text.push('\n');
                }
            }
            Block::Line(line) => text.extend([words.tell(&line).as_str(), "\n"]),
            Block::Entry { when, what } => {
                let first = format!("{:<1$}", words.tell(&when), indent.len());
                text.push_str(&hang(&first, &words.tell(&what), &indent, width));
            }
            Block::Table(table) => text.push_str(&table.render(words, table_width)),
            Block::Blank => text.push('\n'),
        }
    }
    text
}

fn heading(text: &mut String, words: &str, rule: char) {
    text.push_str(words);
    text.push('\n');
    text.extend(repeat_n(rule, words.chars().count()));
    text.push('\n');
}
