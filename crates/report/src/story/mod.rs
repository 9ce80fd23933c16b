//! The story of one family: told in text, and drawn.
//!
//! | file | holds |
//! | --- | --- |
//! | `family` | who the family is, and what strikes it under any arm |
//! | `offer` | what an arm offers |
//! | `course` | an arm from month to month, and its end |
//! | `events` | what happens, as clauses |
//! | `tables` | arms side by side, and every week of an arm |
//! | `names` | names that several of them use |
//! | `layout` | lines of a width, in one language |
//! | `figure` | the same weeks as a figure |

mod course;
mod events;
mod family;
mod figure;
mod layout;
mod names;
mod offer;
mod tables;

use homeground_core::outcomes::chronicle::Chronicle;
use homeground_figures::chart::Chart;
use homeground_figures::message;
use homeground_figures::text::{Text, plain};

use crate::translated;
use crate::words::Words;
use layout::Block;

/// Which weeks are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weeks {
    /// Those in which something happens.
    #[default]
    Eventful,
    /// Those, and then every week in a table.
    All,
}

/// The story in lines no wider than `width`, if its words allow it.
///
/// `remark` stands before the last sentence, which is always the same: that this is
/// one simulated family.
pub fn tell(
    chronicle: &Chronicle,
    words: &Words,
    weeks: Weeks,
    remark: &Text,
    width: usize,
) -> String {
    layout::lines(blocks(chronicle, weeks, remark), words, width)
}

/// The same weeks as a figure.
pub fn figure(chronicle: &Chronicle) -> impl Chart {
    figure::StoryFigure { chronicle }
}

/// What every story ends with.
fn one_family() -> Text {
    message!("story-one-family")
}

fn blocks(chronicle: &Chronicle, weeks: Weeks, remark: &Text) -> Vec<Block> {
    let family = plain(chronicle.family.family.into());
    let mut blocks = vec![
        Block::Title(message!("story-title", family)),
        Block::Paragraph(about_run(chronicle)),
        Block::Blank,
        Block::Heading(message!("story-family-heading")),
    ];
    blocks.extend(family::at_referral(&chronicle.family).map(Block::Paragraph));
    blocks.extend([
        Block::Blank,
        Block::Heading(message!("story-life-heading")),
        Block::Paragraph(family::life_events(&chronicle.life_events)),
    ]);
    for arm in &chronicle.arms {
        blocks.extend([
            Block::Blank,
            Block::Heading(translated::name_of(&arm.arm)),
            Block::Paragraph(translated::reason_of(&arm.arm)),
            Block::Paragraph(offer::offers(&arm.arm)),
        ]);
        if arm.own_life_events {
            blocks.push(Block::Paragraph(message!("story-own-life-events")));
        }
        blocks.extend(course::course(chronicle.horizon_weeks, arm));
        if weeks == Weeks::All {
            blocks.extend([Block::Blank, Block::Table(tables::all_weeks(arm))]);
        }
    }
    blocks.extend([
        Block::Blank,
        Block::Heading(message!("story-comparison-heading")),
        Block::Table(tables::comparison(chronicle)),
        Block::Blank,
    ]);
    if !remark.is_empty() {
        blocks.extend([Block::Line(remark.clone()), Block::Blank]);
    }
    blocks.push(Block::Paragraph(one_family()));
    blocks
}

fn about_run(chronicle: &Chronicle) -> Text {
    message!(
        "story-about-run",
        title = Text::translated(&chronicle.title, chronicle.translations.of("title")),
        replicate = plain(chronicle.replicate.into()),
        draw = plain(chronicle.draw.into()),
        arms = chronicle.arms.len(),
    )
}
