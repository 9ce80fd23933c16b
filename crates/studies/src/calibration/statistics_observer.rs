//! An observer that counts what the targets need to know of one arm.

use homeground_core::engine::Observer;
use homeground_core::engine::vector::{self, VectorKernel};
use homeground_core::evidence::Unit;
use homeground_core::model::cohort::{CHUNK, Cohort, Engagement, History, NEVER};
use homeground_core::model::factors::RISK_BITS;
use homeground_core::outcomes::tally::FIXED;
use homeground_core::scenario::targets::{Event, Measured, State};

use crate::calibration::arm_statistic::{ArmStatistic, StatisticKind, StatisticValue};
use crate::calibration::moments::{Bivariate, Histogram, Univariate};

/// Risk factors from which a family belongs to the group with many.
const MANY_RISKS: u32 = 4;

/// Counts for all statistics of one arm.
#[derive(Clone, Debug)]
pub struct StatisticsObserver {
    counts: Vec<Count>,
    /// Of the chunk under way.
    chunk: Box<Chunk>,
}

#[derive(Clone, Debug)]
struct Count {
    statistic: ArmStatistic,
    /// Families, children, those who started or those offered.
    denominator: i64,
    /// Of those, with the events; or the visits.
    numerator: i64,
    /// The state, or the alliance of families that stay.
    values: Univariate,
    /// The alliance of families that leave.
    leavers: Univariate,
    /// Alliance, and how capacity changed after it.
    pairs: Bivariate,
    without_risks: Histogram,
    with_many_risks: Histogram,
    everyone: Histogram,
    /// Place among the columns of the chunk, for statistics that look twice.
    column: usize,
}

/// What is remembered of the families of a chunk between two weeks.
#[derive(Clone, Debug, Default)]
struct Chunk {
    /// Alliance at the end of a week, by the place of the family; NaN when not engaged.
    alliance: Vec<[f32; CHUNK]>,
    /// Capacity then.
    capacity: Vec<[f32; CHUNK]>,
}

impl StatisticsObserver {
    /// Empty counts.
    pub fn new(statistics: &[ArmStatistic]) -> StatisticsObserver {
        let mut columns = 0;
        let counts = statistics
            .iter()
            .map(|statistic| {
                let column = columns;
                if statistic.kind.alliance_week().is_some() {
                    columns += 1;
                }
                let histogram = match statistic.kind {
                    StatisticKind::HarmGradient => Histogram::default(),
                    _ => Histogram::empty(),
                };
                Count {
                    statistic: statistic.clone(),
                    denominator: 0,
                    numerator: 0,
                    values: Univariate::default(),
                    leavers: Univariate::default(),
                    pairs: Bivariate::default(),
                    without_risks: histogram.clone(),
                    with_many_risks: histogram.clone(),
                    everyone: histogram,
                    column,
                }
            })
            .collect();
        let blank = vec![[f32::NAN; CHUNK]; columns];
        StatisticsObserver {
            counts,
            chunk: Box::new(Chunk { alliance: blank.clone(), capacity: blank }),
        }
    }

    /// Takes in what another has counted of other families.
    pub fn add(&mut self, other: &StatisticsObserver) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            mine.denominator += theirs.denominator;
            mine.numerator += theirs.numerator;
            mine.values.add(&theirs.values);
            mine.leavers.add(&theirs.leavers);
            mine.pairs.add(&theirs.pairs);
            mine.without_risks.add(&theirs.without_risks);
            mine.with_many_risks.add(&theirs.with_many_risks);
            mine.everyone.add(&theirs.everyone);
        }
    }

    /// The values, in the order of the statistics.
    pub fn values(&self) -> Vec<StatisticValue> {
        self.counts.iter().map(Count::value).collect()
    }

    #[inline(always)]
    fn weekly(&mut self, cohort: &Cohort, week: u32) {
        for count in &mut self.counts {
            let at_its_week = count.statistic.week == week + 1;
            match count.statistic.kind {
                StatisticKind::Measured(Measured::Mean(state)) | StatisticKind::Spread(state)
                    if at_its_week =>
                {
                    count.values.take(rows(cohort, state));
                }
                StatisticKind::HarmGradient if at_its_week => {
                    for (row, danger) in cohort.state.danger[..cohort.active].iter().enumerate() {
                        let home = cohort.state.home_row[row] as usize;
                        let risks = (cohort.history.initial_factors[home] & RISK_BITS).count_ones();
                        count.everyone.take(*danger);
                        if risks == 0 {
                            count.without_risks.take(*danger);
                        } else if risks >= MANY_RISKS {
                            count.with_many_risks.take(*danger);
                        }
                    }
                }
                StatisticKind::AllianceOutcome { alliance_week }
                | StatisticKind::AllianceDropout { alliance_week }
                    if alliance_week == week + 1 =>
                {
                    let alliance = &mut self.chunk.alliance[count.column];
                    let capacity = &mut self.chunk.capacity[count.column];
                    *alliance = [f32::NAN; CHUNK];
                    for row in 0..cohort.engaged {
                        let home = cohort.state.home_row[row] as usize;
                        alliance[home] = cohort.state.alliance[row];
                        capacity[home] = cohort.state.capacity[row];
                    }
                }
                StatisticKind::AllianceOutcome { .. } if at_its_week => {
                    let alliance = &self.chunk.alliance[count.column];
                    let capacity = &self.chunk.capacity[count.column];
                    for row in 0..cohort.active {
                        let home = cohort.state.home_row[row] as usize;
                        if !alliance[home].is_nan() {
                            let change = cohort.state.capacity[row] - capacity[home];
                            count.pairs.take(alliance[home], change);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

/// A state of the families it is defined for.
#[inline(always)]
fn rows(cohort: &Cohort, state: State) -> &[f32] {
    let columns = &cohort.state;
    match state {
        State::Alliance => &columns.alliance[..cohort.engaged],
        State::Trust => &columns.trust[..cohort.active],
        State::Capacity => &columns.capacity[..cohort.active],
        State::Stress => &columns.stress[..cohort.active],
        State::Wellbeing => &columns.wellbeing[..cohort.active],
        State::Concern => &columns.concern[..cohort.active],
        State::Danger => &columns.danger[..cohort.active],
    }
}

struct Weekly<'a> {
    observer: &'a mut StatisticsObserver,
    cohort: &'a Cohort,
    week: u32,
}

impl VectorKernel for Weekly<'_> {
    #[inline(always)]
    fn run(self) {
        self.observer.weekly(self.cohort, self.week);
    }
}

impl Observer for StatisticsObserver {
    fn after_week(&mut self, cohort: &Cohort, calendar_week: u32) {
        vector::run(Weekly { observer: self, cohort, week: calendar_week });
    }

    fn after_follow_up(&mut self, cohort: &Cohort, history: &History) {
        for count in &mut self.counts {
            count.follow_up(cohort, history, &self.chunk);
        }
    }
}

impl Count {
    fn follow_up(&mut self, cohort: &Cohort, history: &History, chunk: &Chunk) {
        let week = self.statistic.week;
        let families = 0..cohort.families;
        match &self.statistic.kind {
            StatisticKind::Measured(Measured::Share { events, unit }) => {
                let placed = events.contains(&Event::Placed);
                if placed && *unit == Unit::Child {
                    let weeks = cohort.flows.children_placed.iter().take(week as usize);
                    self.numerator += weeks.map(|number| i64::from(*number)).sum::<i64>();
                }
                for family in families {
                    self.denominator += unit_count(history, family, *unit);
                    if *unit != Unit::Child {
                        let of_unit = *unit != Unit::Started || history.accepted[family];
                        let any = events.iter().any(|event| has(history, family, *event, week));
                        self.numerator += i64::from(of_unit && any);
                    }
                }
            }
            StatisticKind::Measured(Measured::Visits) => {
                let weeks = cohort.flows.visits.iter().take(week as usize);
                self.numerator += weeks.map(|number| i64::from(*number)).sum::<i64>();
                self.denominator +=
                    families.map(|family| unit_count(history, family, Unit::Started)).sum::<i64>();
            }
            StatisticKind::Measured(Measured::AttendedShare) => {
                for family in families {
                    self.numerator += (f64::from(history.visits[family]) * FIXED) as i64;
                    self.denominator += (f64::from(history.delivered[family]) * FIXED) as i64;
                }
            }
            StatisticKind::AllianceDropout { .. } => {
                for family in families {
                    let alliance = chunk.alliance[self.column][family];
                    if alliance.is_nan() {
                        continue;
                    }
                    let happened = |event| has(history, family, event, week);
                    if happened(Event::Completed) || happened(Event::StillEngaged) {
                        self.values.take(&[alliance]);
                    } else if happened(Event::DroppedOut) || happened(Event::Terminated) {
                        self.leavers.take(&[alliance]);
                    }
                }
            }
            StatisticKind::Measured(Measured::Mean(_))
            | StatisticKind::Spread(_)
            | StatisticKind::HarmGradient
            | StatisticKind::AllianceOutcome { .. } => {}
        }
    }

    fn value(&self) -> StatisticValue {
        let plain = |value| StatisticValue { value, deviation: f64::NAN };
        match &self.statistic.kind {
            StatisticKind::Measured(Measured::Mean(_)) | StatisticKind::Spread(_) => {
                StatisticValue {
                    value: self.values.mean(),
                    deviation: self.values.variance().sqrt(),
                }
            }
            StatisticKind::Measured(_) if self.denominator > 0 => {
                plain(self.numerator as f64 / self.denominator as f64)
            }
            StatisticKind::Measured(_) => plain(f64::NAN),
            StatisticKind::HarmGradient => plain(Histogram::odds_ratio(
                &self.everyone,
                &self.without_risks,
                &self.with_many_risks,
            )),
            StatisticKind::AllianceOutcome { .. } => plain(self.pairs.correlation()),
            StatisticKind::AllianceDropout { .. } => {
                let variance = (self.values.variance() + self.leavers.variance()) / 2.0;
                plain((self.values.mean() - self.leavers.mean()) / variance.sqrt())
            }
        }
    }
}

/// How many of a unit a family is.
fn unit_count(history: &History, family: usize, unit: Unit) -> i64 {
    match unit {
        Unit::Family | Unit::Offered => 1,
        Unit::Child => i64::from(history.children[family]),
        Unit::Started => i64::from(history.accepted[family]),
    }
}

/// Has this happened to the family by the end of the week?
fn has(history: &History, family: usize, event: Event, week: u32) -> bool {
    let by_then = |at: u32| at != NEVER && at < week;
    let ended =
        |as_: Engagement| history.engagement[family] == as_ && by_then(history.exit_week[family]);
    match event {
        Event::Placed => by_then(history.first_placement_week[family]),
        Event::Uptake => history.accepted[family],
        Event::Completed => ended(Engagement::Completed),
        Event::DroppedOut => ended(Engagement::DroppedOut),
        Event::Terminated => ended(Engagement::Terminated),
        Event::Expired => ended(Engagement::Expired),
        Event::EndedByPlacement => ended(Engagement::EndedByPlacement),
        Event::StillEngaged => {
            history.started[family]
                && by_then(history.start_week[family])
                && !by_then(history.exit_week[family])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four families: one completes in week 20, one leaves in week 3 and is placed in week
    /// 9, one declines, and one is still there. They have 1, 2, 3 and 4 children.
    fn cohort() -> Cohort {
        let mut cohort = Cohort { families: 4, active: 4, ..Cohort::default() };
        cohort.flows.reset(52);
        cohort.flows.children_placed[9] = 2;
        (cohort.flows.visits[1], cohort.flows.visits[12]) = (3, 4);
        let history = &mut cohort.history;
        for family in 0..4 {
            history.children[family] = family as u32 + 1;
            history.accepted[family] = family != 2;
            history.started[family] = family != 2;
            history.start_week[family] = if family == 2 { NEVER } else { 1 };
            history.exit_week[family] = NEVER;
            history.first_placement_week[family] = NEVER;
        }
        history.engagement[0] = Engagement::Completed;
        history.exit_week[0] = 20;
        history.engagement[1] = Engagement::DroppedOut;
        history.exit_week[1] = 3;
        history.first_placement_week[1] = 9;
        history.engagement[2] = Engagement::Declined;
        history.engagement[3] = Engagement::Engaged;
        cohort
    }

    fn value_of(measured: Measured, week: u32) -> f64 {
        let mut observer = StatisticsObserver::new(&[ArmStatistic {
            kind: StatisticKind::Measured(measured),
            week,
        }]);
        let cohort = cohort();
        observer.after_follow_up(&cohort, &cohort.history);
        // Two parts of the same families are twice as many, and the same shares.
        let other = observer.clone();
        observer.add(&other);
        observer.values()[0].value
    }

    fn share(events: &[Event], unit: Unit, week: u32) -> f64 {
        let events = events.to_vec();
        value_of(Measured::Share { events, unit }, week)
    }

    #[test]
    fn events_count_from_the_end_of_their_week_and_of_their_unit() {
        let third = 1.0 / 3.0;
        assert_eq!(share(&[Event::Completed], Unit::Started, 20), 0.0);
        assert_eq!(share(&[Event::Completed], Unit::Started, 21), third);
        assert_eq!(share(&[Event::Completed], Unit::Offered, 21), 0.25);
        let left = [Event::DroppedOut, Event::Terminated];
        assert_eq!(share(&left, Unit::Started, 3), 0.0);
        assert_eq!(share(&left, Unit::Started, 4), third);
        assert_eq!(share(&[Event::StillEngaged], Unit::Started, 10), 2.0 / 3.0);
        assert_eq!(share(&[Event::Uptake], Unit::Offered, 1), 0.75);
        assert_eq!(share(&[Event::Placed], Unit::Family, 9), 0.0);
        assert_eq!(share(&[Event::Placed], Unit::Family, 10), 0.25);
        assert_eq!(share(&[Event::Placed], Unit::Child, 9), 0.0);
        assert_eq!(share(&[Event::Placed], Unit::Child, 10), 0.2);
    }

    #[test]
    fn visits_are_those_up_to_the_week_of_those_who_started() {
        assert_eq!(value_of(Measured::Visits, 12), 1.0);
        assert_eq!(value_of(Measured::Visits, 13), 7.0 / 3.0);
    }

    #[test]
    fn who_stays_is_compared_with_who_leaves_after_the_alliance_was_seen() {
        let kind = StatisticKind::AllianceDropout { alliance_week: 2 };
        let mut observer = StatisticsObserver::new(&[ArmStatistic { kind, week: 52 }]);
        let mut cohort = cohort();
        cohort.engaged = 3;
        for (row, (home, alliance)) in [(0, 0.6), (1, 0.2), (3, 0.8)].into_iter().enumerate() {
            cohort.state.home_row[row] = home;
            cohort.state.alliance[row] = alliance;
        }
        observer.after_week(&cohort, 1);
        observer.after_follow_up(&cohort, &cohort.history);
        // Those who stay: 0.6 and 0.8, variance 0.02; one who leaves has no variance.
        assert!(observer.values()[0].value.is_nan());
        let other = observer.clone();
        observer.add(&other);
        // Twice the same: variances 0.04 / 3 and 0.
        let expected = 0.5 / (0.04f64 / 3.0 / 2.0).sqrt();
        assert!((observer.values()[0].value - expected).abs() < 1e-4);
    }
}
