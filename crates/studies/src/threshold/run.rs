//! Carries out a search for thresholds.

use super::*;
use crate::findings::{Findings, Table};
use crate::mover::{Ground, Mover};
use crate::run::{Study, StudyError};
use crate::threshold::contour::zero_lines;
use crate::threshold::turning::{Order, Point, Search, Side, Turning};
use homeground_core::evidence;
use homeground_core::outcomes::estimates::Key;
use homeground_core::scenario::study::ThresholdPlan;

/// Steps of the grid of a plane, in both directions.
const PLANE_STEPS: u32 = 8;
/// The draw whose random numbers confirm a turn: none that the search has used.
const CONFIRMATION: u32 = 1;

/// Carries out a search for thresholds.
///
/// # Errors
/// [`StudyError`].
pub fn run(study: &mut Study<'_>, plan: &ThresholdPlan) -> Result<Findings, StudyError> {
    let movers = Mover::of_plan(study.scenario, plan);
    let outcome = study.outcome()?;
    let arms = study.described()?.arms.clone();
    let mut points = 0;
    let turnings = search(study, &movers, &arms, outcome, plan.grid, &mut points)?;
    let order = ranking(&turnings);
    let confirmations = confirm(study, &movers, &turnings, &arms, outcome, &mut points)?;
    let mut rows = Vec::new();
    for (rank, &place) in order.iter().enumerate() {
        let (mover, turning) = (&movers[place], &turnings[place]);
        for above in [false, true] {
            let both = confirmations
                .iter()
                .find(|one| one.mover == place && one.above == above);
            rows.push(row(rank as u32 + 1, mover, turning, above, both));
        }
    }
    let profiles: Vec<ProfileRow> = order
        .iter()
        .flat_map(|&place| profile(&movers[place], &turnings[place]))
        .collect();
    let chosen = pairs(&order, plan.planes as usize);
    let planes = planes(study, &movers, &chosen, &arms, outcome, &mut points)?;
    let mut facts = serde_json::Map::new();
    if let Some(turning) = turnings.first() {
        let start = turning.at_default;
        facts.insert(
            "start".to_owned(),
            serde_json::json!({
                "estimate": start.mean,
                "mc_se": start.error,
                "lower": start.lower(),
                "upper": start.upper(),
            }),
        );
    }
    facts.insert("moved".to_owned(), movers.len().into());
    facts.insert("grid".to_owned(), plan.grid.into());
    Ok(Findings {
        tables: vec![
            Table::new(THRESHOLDS, &rows).map_err(StudyError::Table)?,
            Table::new(PROFILES, &profiles).map_err(StudyError::Table)?,
            Table::new(PAIRS, &planes.points)
                .map_err(StudyError::Table)?
                .or_header(PAIR_HEADER),
            Table::new(LINES, &planes.lines)
                .map_err(StudyError::Table)?
                .or_header(LINE_HEADER),
        ],
        facts,
        points,
        warnings: Vec::new(),
    })
}

/// Where the order of two arms turns along each of some movers; no confirmation, no
/// planes. For a ledger of assumptions.
///
/// # Errors
/// [`StudyError`].
pub fn distances(
    study: &mut Study<'_>,
    movers: &[Mover],
    outcome: Key,
    grid: u32,
) -> Result<Vec<Turning>, StudyError> {
    let arms = study.described()?.arms.clone();
    search(study, movers, &arms, outcome, grid, &mut 0)
}

/// A mover and a value of it.
type Wanted = (usize, f64);

fn search(
    study: &mut Study<'_>,
    movers: &[Mover],
    arms: &[usize],
    outcome: Key,
    grid: u32,
    points: &mut u64,
) -> Result<Vec<Turning>, StudyError> {
    let mut searches: Vec<Search> = movers
        .iter()
        .map(|mover| Search::new(mover.way, grid))
        .collect();
    let mut seen: Vec<Vec<f64>> = vec![Vec::new(); movers.len()];
    // All start from the same place, which is simulated once.
    let start = differences(study, movers, &[None], arms, outcome, "start", 0)?;
    let start = start.into_iter().next().unwrap_or_default();
    if start.iter().all(|difference| !difference.is_finite()) {
        return Err(StudyError::Impossible {
            point: "the start".to_owned(),
            reason: format!(
                "{} ({}) is not defined in both arms",
                outcome.outcome, outcome.unit
            ),
        });
    }
    *points += 1;
    for (search, (seen, mover)) in searches.iter_mut().zip(seen.iter_mut().zip(movers)) {
        search.take(mover.way.default, &start);
        seen.push(mover.way.default);
    }
    for wave in 1u32.. {
        let mut wanted: Vec<Wanted> = Vec::new();
        for (place, search) in searches.iter_mut().enumerate() {
            for value in search.wanted() {
                let value = movers[place].possible(value);
                if !seen[place].contains(&value) {
                    seen[place].push(value);
                    wanted.push((place, value));
                }
            }
        }
        if wanted.is_empty() {
            break;
        }
        let asked: Vec<Option<Wanted>> = wanted.iter().copied().map(Some).collect();
        let stage = format!("search {wave}");
        let found = differences(study, movers, &asked, arms, outcome, &stage, 0)?;
        *points += wanted.len() as u64;
        for ((place, value), differences) in wanted.into_iter().zip(found) {
            searches[place].take(value, &differences);
        }
    }
    // Every search has its start, so every one has a result.
    Ok(searches.iter().filter_map(Search::result).collect())
}

/// Differences of the replicates, first arm less second, with one mover at a value
/// or none moved.
fn differences(
    study: &mut Study<'_>,
    movers: &[Mover],
    wanted: &[Option<Wanted>],
    arms: &[usize],
    outcome: Key,
    stage: &str,
    draw: u32,
) -> Result<Vec<Vec<f64>>, StudyError> {
    let positions: Vec<Vec<(&Mover, f64)>> = wanted
        .iter()
        .map(|one| {
            one.iter()
                .map(|(place, value)| (&movers[*place], *value))
                .collect()
        })
        .collect();
    at_positions(study, &positions, arms, outcome, stage, draw)
}

fn at_positions(
    study: &mut Study<'_>,
    positions: &[Vec<(&Mover, f64)>],
    arms: &[usize],
    outcome: Key,
    stage: &str,
    draw: u32,
) -> Result<Vec<Vec<f64>>, StudyError> {
    let ground = Ground::new(study.scenario, arms);
    let varied = positions
        .iter()
        .map(|position| ground.scenario(position, study.programmes))
        .collect::<Result<Vec<_>, _>>()?;
    let answers = study.evaluate(stage, &[outcome], positions.len(), &|index| {
        ground.point(&positions[index], varied[index].as_ref(), draw)
    })?;
    Ok((0..positions.len())
        .map(|point| answers.differences(point, (0, 1), 0))
        .collect())
}

/// Movers by how soon they turn the order; those that do not by how near they come.
fn ranking(turnings: &[Turning]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..turnings.len()).collect();
    let key = |place: &usize| {
        let turning = &turnings[*place];
        let soonest = turning.nearest().map_or(f64::INFINITY, |(share, _)| share);
        (soonest, left(turning))
    };
    order.sort_by(|first, second| {
        let (first, second) = (key(first), key(second));
        first
            .0
            .total_cmp(&second.0)
            .then(first.1.total_cmp(&second.1))
    });
    order
}

/// The part of the difference at the start that is left where least is left.
fn left(turning: &Turning) -> f64 {
    let start = turning.at_default.mean;
    if start == 0.0 {
        return f64::INFINITY;
    }
    turning
        .profile
        .iter()
        .map(|point| point.mean / start)
        .fold(f64::INFINITY, f64::min)
}

/// A turn looked at on both sides with other random numbers.
struct Confirmation {
    mover: usize,
    above: bool,
    before: Point,
    after: Point,
    confirmed: &'static str,
}

/// Runs both sides of every turn with random numbers that the search has not used: at
/// the ends of the interval, or at the end of the range where the interval is open.
fn confirm(
    study: &mut Study<'_>,
    movers: &[Mover],
    turnings: &[Turning],
    arms: &[usize],
    outcome: Key,
    points: &mut u64,
) -> Result<Vec<Confirmation>, StudyError> {
    let mut turns = Vec::new();
    for (place, turning) in turnings.iter().enumerate() {
        for (above, side) in [(false, turning.below), (true, turning.above)] {
            if let Side::Turns { near, far, .. } = side {
                let way = turning.range;
                let end = if above { way.high } else { way.low };
                let possible = |value| movers[place].possible(value);
                turns.push((place, above, possible(near), possible(far.unwrap_or(end))));
            }
        }
    }
    if turns.is_empty() {
        return Ok(Vec::new());
    }
    let wanted: Vec<Option<Wanted>> = turns
        .iter()
        .flat_map(|(place, _, before, after)| [Some((*place, *before)), Some((*place, *after))])
        .collect();
    let found = differences(
        study,
        movers,
        &wanted,
        arms,
        outcome,
        "confirmation",
        CONFIRMATION,
    )?;
    *points += wanted.len() as u64;
    Ok(turns
        .into_iter()
        .zip(found.chunks(2))
        .map(|((mover, above, before, after), found)| {
            let before = Point::new(before, &found[0]);
            let after = Point::new(after, &found[1]);
            let sign = turnings[mover].at_default.mean.signum();
            let clear = |point: &Point| point.order() != Order::Unclear;
            let as_said = before.mean * sign > 0.0 && after.mean * sign < 0.0;
            Confirmation {
                mover,
                above,
                before,
                after,
                confirmed: match (as_said, clear(&before) && clear(&after)) {
                    (true, true) => "clearly",
                    (true, false) => "yes",
                    (false, _) => "no",
                },
            }
        })
        .collect())
}

fn row(
    rank: u32,
    mover: &Mover,
    turning: &Turning,
    above: bool,
    confirmation: Option<&Confirmation>,
) -> ThresholdRow {
    let side = if above { turning.above } else { turning.below };
    let way = turning.range;
    let (finding, threshold, interval) = match side {
        Side::NoRoom => ("no_room", None, (None, None)),
        Side::Holds => ("holds", None, (None, None)),
        Side::StaysUnclear => ("unclear", None, (None, None)),
        Side::Fades { from } => ("fades", Some(from), (None, None)),
        Side::Settles { value, .. } => ("settles", Some(value), (None, None)),
        Side::Turns { value, near, far } if above => ("turns", Some(value), (Some(near), far)),
        Side::Turns { value, near, far } => ("turns", Some(value), (far, Some(near))),
    };
    let grade = evidence::find(evidence::parameters(), &mover.name);
    let point = |take: fn(&Confirmation) -> Point| confirmation.map(take);
    let (before, after) = (point(|both| both.before), point(|both| both.after));
    ThresholdRow {
        rank,
        parameter: mover.name.clone(),
        unit: mover.unit.clone(),
        grade: grade.map_or(String::new(), |row| row.grade.letter().to_owned()),
        start: way.default,
        low: way.low,
        high: way.high,
        side: if above { "above" } else { "below" }.to_owned(),
        finding: finding.to_owned(),
        threshold,
        threshold_lower: interval.0,
        threshold_upper: interval.1,
        room: threshold.map(|value| value - way.default),
        share_of_way: threshold.map(|value| way.share_of_way(value)),
        before_value: before.map(|point| point.value),
        before: before.map(|point| point.mean),
        before_lower: before.map(|point| point.lower()),
        before_upper: before.map(|point| point.upper()),
        after_value: after.map(|point| point.value),
        after: after.map(|point| point.mean),
        after_lower: after.map(|point| point.lower()),
        after_upper: after.map(|point| point.upper()),
        confirmed: confirmation.map_or("", |both| both.confirmed).to_owned(),
    }
}

fn profile(mover: &Mover, turning: &Turning) -> Vec<ProfileRow> {
    let rows = turning.profile.iter().map(|point| ProfileRow {
        parameter: mover.name.clone(),
        value: point.value,
        share: turning.range.share(point.value),
        estimate: point.mean,
        mc_se: point.error,
        lower: point.lower(),
        upper: point.upper(),
    });
    rows.collect()
}

/// The first pairs of a ranking: of two pairs, the one whose later member ranks higher.
fn pairs(order: &[usize], most: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for later in 1..order.len() {
        for earlier in 0..later {
            if pairs.len() < most {
                pairs.push((order[earlier], order[later]));
            }
        }
    }
    pairs
}

#[derive(Default)]
struct Planes {
    points: Vec<PairRow>,
    lines: Vec<LineRow>,
}

fn planes(
    study: &mut Study<'_>,
    movers: &[Mover],
    pairs: &[(usize, usize)],
    arms: &[usize],
    outcome: Key,
    points: &mut u64,
) -> Result<Planes, StudyError> {
    if pairs.is_empty() {
        return Ok(Planes::default());
    }
    let steps = |mover: &Mover| -> Vec<f64> {
        let mut values: Vec<f64> = (0..=PLANE_STEPS)
            .map(|step| {
                let share = f64::from(step) / f64::from(PLANE_STEPS);
                mover.possible(mover.way.at(share))
            })
            .collect();
        values.dedup();
        values
    };
    let grids: Vec<(Vec<f64>, Vec<f64>)> = pairs
        .iter()
        .map(|(first, second)| (steps(&movers[*first]), steps(&movers[*second])))
        .collect();
    let mut positions = Vec::new();
    for ((first, second), (along, up)) in pairs.iter().zip(&grids) {
        for high in up {
            for far in along {
                positions.push(vec![(&movers[*first], *far), (&movers[*second], *high)]);
            }
        }
    }
    let found = at_positions(study, &positions, arms, outcome, "planes", 0)?;
    *points += positions.len() as u64;
    let mut found = positions.iter().zip(found);
    let mut planes = Planes::default();
    for (plane, ((first, second), (along, up))) in pairs.iter().zip(&grids).enumerate() {
        let plane = plane as u32 + 1;
        let (first, second) = (&movers[*first], &movers[*second]);
        let mut heights = Vec::new();
        for _ in up {
            let mut row = Vec::new();
            for (position, differences) in found.by_ref().take(along.len()) {
                let point = Point::new(position[0].1, &differences);
                row.push(point.mean);
                planes.points.push(PairRow {
                    plane,
                    first: first.name.clone(),
                    second: second.name.clone(),
                    first_value: position[0].1,
                    second_value: position[1].1,
                    estimate: point.mean,
                    mc_se: point.error,
                    lower: point.lower(),
                    upper: point.upper(),
                });
            }
            heights.push(row);
        }
        // Lines are straight between the points of the grid on the way that each walks.
        let shares = |mover: &Mover, values: &[f64]| -> Vec<f64> {
            values.iter().map(|value| mover.way.share(*value)).collect()
        };
        let lines = zero_lines(&shares(first, along), &shares(second, up), &heights);
        for (line, places) in lines.into_iter().enumerate() {
            for (far, high) in places {
                planes.lines.push(LineRow {
                    plane,
                    line: line as u32 + 1,
                    first_value: first.way.at(far),
                    second_value: second.way.at(high),
                });
            }
        }
    }
    Ok(planes)
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn pairs_join_what_ranks_highest() {
        assert_eq!(pairs(&[7, 3, 5, 1], 3), [(7, 3), (7, 5), (3, 5)]);
        assert_eq!(pairs(&[7], 3), []);
    }
}
