//! Cost against outcome: one point an arm, named where there is room, else numbered.

use crate::figures::page::{self, MARGIN, Page};
use crate::figures::placement::percent_tick;
use crate::language::Language;
use crate::results::{Estimate, Results};
use homeground_figures::axis::{self, Scale};
use homeground_figures::fonts;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, LabelBox, Point, Scene, Text, WIDTH};
use homeground_figures::style::{self, ArmStyle};

const GAP: f64 = 30.0;
const AXIS_WIDTH: f64 = 44.0;
const HEIGHT: f64 = 230.0;
/// Names longer than this are numbered instead.
const LONGEST_NAME: f64 = 120.0;

/// An arm's place in a panel.
struct Spot {
    arm: usize,
    at: Point,
    across: Option<(f64, f64)>,
    upright: Option<(f64, f64)>,
}

/// Draws the figure; none when costs are not there.
pub fn draw(results: &Results, language: Language) -> Option<Scene> {
    let week = results.horizon();
    let words = language.words();
    let costs: Vec<Option<Estimate>> = results
        .values(("cost_nok", "family", week))
        .into_iter()
        .map(|cost| cost.map(|cost| cost.times(0.001)))
        .collect();
    let panels: Vec<(&str, Vec<Option<Estimate>>)> = [
        (words.families_placed, ("placed", "family", week)),
        (words.completed_of_started, ("completed", "started", week)),
    ]
    .into_iter()
    .map(|(name, quantity)| (name, results.values(quantity)))
    .filter(|(_, values)| {
        values
            .iter()
            .zip(&costs)
            .any(|(value, cost)| value.is_some() && cost.is_some())
    })
    .collect();
    if panels.is_empty() {
        return None;
    }
    let mut page = Page::new(
        words.cost_title,
        &words.with_intervals(
            &words.cost_subtitle.replace("{week}", &week.to_string()),
            words.line_interval,
            results.manifest.interval,
        ),
        language,
    );
    let count = panels.len() as f64;
    let width =
        ((WIDTH - 2.0 * MARGIN - AXIS_WIDTH * count - GAP * (count - 1.0)) / count).min(420.0);
    let headings: Vec<&str> = panels.iter().map(|panel| panel.0).collect();
    let (headings, heading_height) = page::panel_lines(&headings, width);
    let top = page.y + heading_height;
    let bottom = top + HEIGHT;
    let highest_cost = costs
        .iter()
        .flatten()
        .map(|cost| cost.upper())
        .fold(0.0, f64::max);

    let mut frames = Vec::new();
    for (index, (_, values)) in panels.iter().enumerate() {
        let left = MARGIN + AXIS_WIDTH + index as f64 * (width + GAP + AXIS_WIDTH);
        page::panel_heading(&mut page, &headings[index], left, top);
        let (across, labelled) = page::fitted_axis(
            (
                0.0,
                if highest_cost > 0.0 {
                    highest_cost
                } else {
                    1.0
                },
            ),
            (left, left + width),
            5,
            |value, decimals| language.decimal(value, decimals),
        );
        page::upright_grid(&mut page, &across, &labelled, (top, bottom));
        let highest = values
            .iter()
            .flatten()
            .map(|value| value.upper())
            .fold(0.0, f64::max);
        let (ticks, decimals) = axis::ticks(0.0, if highest > 0.0 { highest } else { 0.01 }, 4);
        let upright = Scale {
            values: (0.0, ticks[ticks.len() - 1]),
            places: (bottom, top),
        };
        for value in &ticks {
            let y = upright.at(*value);
            let colour = if *value == 0.0 {
                style::AXIS
            } else {
                style::GRID
            };
            page.scene
                .segment((left, y), (left + width, y), colour, 0.9);
            page.scene.text(
                percent_tick(language, *value, decimals),
                (left - 6.0, y + 4.2),
                Anchor::End,
                style::SMALL,
            );
        }
        page::axis_name(
            &mut page,
            words.cost_axis,
            (left - AXIS_WIDTH, left + width),
            bottom + 17.0,
        );
        let spots: Vec<Spot> = (0..results.arm_count())
            .filter_map(|arm| {
                let (cost, value) = (costs[arm]?, values[arm]?);
                Some(Spot {
                    arm,
                    at: (across.at(cost.value), upright.at(value.value)),
                    across: cost
                        .interval
                        .map(|(low, high)| (across.at_inside(low), across.at_inside(high))),
                    upright: value
                        .interval
                        .map(|(low, high)| (upright.at_inside(low), upright.at_inside(high))),
                })
            })
            .collect();
        frames.push(((left - 4.0, left + width + 10.0), spots));
    }
    for (_, spots) in &frames {
        draw_spots(&mut page, spots);
    }

    let names: Vec<String> = (0..results.arm_count())
        .map(|arm| results.arm_name(arm).to_owned())
        .collect();
    let numbers: Vec<String> = (1..=results.arm_count())
        .map(|number| number.to_string())
        .collect();
    let named: Option<Vec<Vec<Tag>>> = frames
        .iter()
        .map(|(sides, spots)| {
            tags(
                spots,
                &names,
                *sides,
                (top - 2.0, bottom - 3.0),
                LONGEST_NAME,
            )
        })
        .collect();
    page.y = bottom + 17.0 + 16.0;
    match named {
        Some(tags) => tags
            .into_iter()
            .flatten()
            .for_each(|tag| tag.draw(&mut page)),
        None => {
            for (sides, spots) in &frames {
                let placed = tags(
                    spots,
                    &numbers,
                    *sides,
                    (top - 2.0, bottom - 3.0),
                    LONGEST_NAME,
                )
                .unwrap_or_default();
                placed.into_iter().for_each(|tag| tag.draw(&mut page));
            }
            page.y += 8.0;
            numbered_names(&mut page, results);
        }
    }
    page.y += 6.0;
    page.note(words.cost_note);
    page.note(words.interval_note(&results.manifest));
    Some(page.finish())
}

fn draw_spots(page: &mut Page, spots: &[Spot]) {
    for spot in spots {
        let look = ArmStyle::of(spot.arm);
        if let Some((from, to)) = spot.across {
            page.scene
                .segment((from, spot.at.1), (to, spot.at.1), look.colour, 1.3);
        }
        if let Some((from, to)) = spot.upright {
            page.scene
                .segment((spot.at.0, from), (spot.at.0, to), look.colour, 1.3);
        }
    }
    for spot in spots {
        let look = ArmStyle::of(spot.arm);
        page.scene.dot(spot.at, look.shape, 4.0, look.colour, true);
    }
}

/// A name or number beside its point.
struct Tag {
    text: Text,
    leader: Option<(Point, Point)>,
}

impl Tag {
    fn draw(self, page: &mut Page) {
        if let Some((from, to)) = self.leader {
            page.scene.segment(from, to, style::AXIS, 0.7);
        }
        page.scene.text(
            self.text.content,
            self.text.at,
            self.text.anchor,
            (self.text.size, self.text.weight, self.text.colour),
        );
    }
}

/// Finds a free place for every tag, near its point first and then farther out with
/// a leader. None when one is too long or finds no place.
fn tags(
    spots: &[Spot],
    words: &[String],
    (left, right): (f64, f64),
    (top, bottom): (f64, f64),
    longest: f64,
) -> Option<Vec<Tag>> {
    let (size, weight, colour) = style::LABEL;
    let dots: Vec<LabelBox> = spots
        .iter()
        .map(|spot| LabelBox {
            content: String::new(),
            edges: [
                spot.at.0 - 5.0,
                spot.at.1 - 5.0,
                spot.at.0 + 5.0,
                spot.at.1 + 5.0,
            ],
        })
        .collect();
    // Names keep clear of points and of the lines of their intervals.
    let lines = spots.iter().flat_map(|spot| {
        let across = spot
            .across
            .map(|(from, to)| [from, spot.at.1 - 2.0, to, spot.at.1 + 2.0]);
        let upright = spot
            .upright
            .map(|(low, high)| [spot.at.0 - 2.0, high, spot.at.0 + 2.0, low]);
        across.into_iter().chain(upright).map(|edges| LabelBox {
            content: String::new(),
            edges,
        })
    });
    let occupied: Vec<LabelBox> = dots.into_iter().chain(lines).collect();
    let mut taken: Vec<LabelBox> = Vec::new();
    let mut tags = Vec::new();
    for spot in spots {
        let content = &words[spot.arm];
        if fonts::width(content, size, weight) > longest {
            return None;
        }
        let tag = candidates(spot.at).find_map(|(at, anchor, leader)| {
            let text = Text {
                content: content.clone(),
                at,
                anchor,
                size,
                weight,
                colour,
            };
            let label = text.label_box();
            let inside = label.edges[0] >= left
                && label.edges[2] <= right
                && label.edges[1] >= top
                && label.edges[3] <= bottom;
            let free = !taken
                .iter()
                .chain(&occupied)
                .any(|other| label.overlaps(other));
            (inside && free).then_some((label, Tag { text, leader }))
        });
        let (label, tag) = tag?;
        taken.push(label);
        tags.push(tag);
    }
    Some(tags)
}

/// Places around a point, nearest first.
pub fn candidates((x, y): Point) -> impl Iterator<Item = (Point, Anchor, Option<(Point, Point)>)> {
    [9.0, 16.0, 26.0, 38.0, 52.0, 68.0, 86.0]
        .into_iter()
        .flat_map(move |distance| {
            (0..16).map(move |step| {
                // Right, left, then around.
                let order = [0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 13, 5, 11];
                let angle = f64::from(order[step]) * std::f64::consts::TAU / 16.0;
                let (across, down) = (angle.cos(), -angle.sin());
                let anchor = if across > 0.3 {
                    Anchor::Start
                } else if across < -0.3 {
                    Anchor::End
                } else {
                    Anchor::Middle
                };
                let at = (x + across * distance, y + down * (distance + 2.0) + 4.2);
                let leader = (distance > 12.0).then_some((
                    (x + across * 6.0, y + down * 6.0),
                    (x + across * (distance - 2.0), y + down * (distance - 4.0)),
                ));
                (at, anchor, leader)
            })
        })
}

/// The numbers of the arms with their names, in two columns.
fn numbered_names(page: &mut Page, results: &Results) {
    let (size, weight, _) = style::LABEL;
    let width = (WIDTH - 2.0 * MARGIN - 20.0) / 2.0;
    let arms: Vec<usize> = (0..results.arm_count()).collect();
    let half = arms.len().div_ceil(2);
    let start = page.y;
    let mut lowest = start;
    for (column, part) in arms.chunks(half.max(1)).enumerate() {
        let left = MARGIN + column as f64 * (width + 20.0);
        let mut y = start;
        for &arm in part {
            let look = ArmStyle::of(arm);
            page.scene
                .dot((left + 5.0, y + 7.8), look.shape, 3.6, look.colour, true);
            page.scene.text(
                (arm + 1).to_string(),
                (left + 30.0, y + 12.0),
                Anchor::End,
                style::LABEL,
            );
            let lines = labels::wrap_at_most(results.arm_name(arm), 3, width - 36.0, size, weight);
            page.scene.lines(
                &lines,
                (left + 36.0, y + 12.0),
                Anchor::Start,
                style::LABEL,
                14.5,
            );
            y += lines.len() as f64 * 14.5 + 3.0;
        }
        lowest = f64::max(lowest, y);
    }
    page.y = lowest;
}
