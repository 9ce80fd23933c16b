//! Sums over families that are the same bits whatever the order: counts are whole
//! numbers, and measured values are added by chunk or family in fixed point.

use serde::{Deserialize, Serialize};

use crate::engine::Observer;
use crate::engine::vector::{self, VectorKernel};
use crate::evidence::Outcome;
use crate::model::cohort::{CHUNK, Cohort, Engagement, History, LANES, NEVER};
use crate::model::factors::RISK_BITS;
use crate::outcomes::percentiles::Percentiles;
use crate::outcomes::states::{ALLIANCE, STATES};

/// Fixed point: values are kept to 2⁻²⁴, so that sums of whole chunks add up to the
/// same bits in any order.
pub const FIXED: f64 = (1u64 << 24) as f64;

/// Groups of families by number of risk factors at referral.
pub const RISK_GROUPS: [&str; 3] = ["0-1", "2-3", "4+"];

/// Groups of families by quartile of adversity in their population.
pub const QUARTILES: [&str; 4] = ["1", "2", "3", "4"];

/// Number of groups when both groupings are crossed.
pub const CELLS: usize = RISK_GROUPS.len() * QUARTILES.len();

/// Ways out of a measure, in the order of [`Tally::exits`].
pub const EXITS: [(Outcome, Engagement); 5] = [
    (Outcome::Completed, Engagement::Completed),
    (Outcome::DroppedOut, Engagement::DroppedOut),
    (Outcome::Terminated, Engagement::Terminated),
    (Outcome::Expired, Engagement::Expired),
    (Outcome::EndedByPlacement, Engagement::EndedByPlacement),
];

macro_rules! sums {
    ($($(#[$doc:meta])* $field:ident,)+) => {
        /// Sums over the families of one group.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Sums { $($(#[$doc])* pub $field: i64,)+ }

        impl Sums {
            /// Adds another group or part.
            pub fn add(&mut self, other: &Self) {
                $(self.$field += other.$field;)+
            }
        }
    };
}

sums! {
    /// Families.
    families,
    /// Children.
    children,
    /// Families that accepted: those who started, in the words of the results.
    accepted,
    /// Families that had their first possible visit.
    met,
    /// Families that completed.
    completed,
    /// Families that left.
    dropped_out,
    /// Families whose measure the service ended.
    terminated,
    /// Families whose time ran out.
    expired,
    /// Families whose measure, or wait for it, a placement ended.
    ended_by_placement,
    /// Families still engaged at the horizon.
    still_engaged,
    /// Families still waiting at the horizon.
    still_waiting,
    /// Families with a placement.
    placed,
    /// Children placed.
    children_placed,
    /// Families with more than one placement.
    placed_again,
    /// Families reunified.
    reunified,
    /// Weeks that began in care.
    weeks_in_care,
    /// The same, for each child.
    child_weeks_in_care,
    /// Visits attended.
    visits,
    /// Visits that could be held.
    delivered,
    /// Visits planned before overload and absence, fixed point.
    scheduled,
    /// Hours of helper time, fixed point.
    helper_hours,
    /// Visits held at home.
    home_visits,
    /// Weeks from referral to the first possible visit, of families that had one.
    weeks_waited,
    /// Risk factors at referral.
    risk_factors,
    /// Families engaged at the end of the week of early alliance.
    engaged_early,
    /// Their alliance then, fixed point.
    early_alliance,
    /// Trust at the horizon, fixed point.
    trust,
    /// Capacity at the horizon, fixed point.
    capacity,
    /// Stress at the horizon, fixed point.
    stress,
    /// Wellbeing at the horizon, fixed point.
    wellbeing,
    /// Concern at the horizon, fixed point.
    concern,
    /// Danger at the horizon, fixed point.
    danger,
}

/// Where one arm's families stand, as exact sums.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    /// Weeks of follow-up.
    pub horizon_weeks: u32,
    /// Limits between the quartiles of adversity.
    quartile_limits: [f32; 3],
    /// Sums by risk group and quartile: `group · 4 + quartile`.
    pub cells: Vec<Sums>,
    /// First placements by week.
    pub first_placements: Vec<i64>,
    /// Children placed by week.
    pub children_placed: Vec<i64>,
    /// Change of the number of families in care by week.
    pub care_change: Vec<i64>,
    /// Families that left the waiting list, by week: for a helper or into care.
    pub left_waiting: Vec<i64>,
    /// Exits of families that had accepted, by week, one row for each of [`EXITS`].
    pub exits: Vec<[i64; EXITS.len()]>,
    /// Attended visits by week.
    pub visits: Vec<i64>,
    /// Families under observation by week.
    pub observed: Vec<i64>,
    /// Engaged families at the end of a week.
    pub engaged: Vec<i64>,
    /// Sums of the states by week, fixed point; alliance over engaged families only.
    pub states: Vec<[i64; STATES.len()]>,
    /// Which chunks percentiles are taken from.
    sampling: Sampling,
    /// Percentiles of the states, once a chunk of the sample has been seen.
    pub percentiles: Option<Box<Percentiles>>,
}

/// Takes every `stride`-th chunk of families for percentiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sampling {
    /// One in so many.
    pub stride: u64,
    /// Shifts the choice, so that replicates take different chunks.
    pub offset: u64,
}

impl Sampling {
    fn takes(self, cohort: &Cohort) -> bool {
        let chunk = u64::from(cohort.first_family) / CHUNK as u64;
        (chunk + self.offset).is_multiple_of(self.stride)
    }
}

impl Tally {
    /// An empty tally.
    ///
    /// `quartile_limits` divide adversity into quartiles.
    pub fn new(horizon_weeks: u32, quartile_limits: [f64; 3], sampling: Sampling) -> Self {
        let weeks = horizon_weeks as usize;
        Self {
            horizon_weeks,
            quartile_limits: quartile_limits.map(|limit| limit as f32),
            cells: vec![Sums::default(); CELLS],
            first_placements: vec![0; weeks],
            children_placed: vec![0; weeks],
            care_change: vec![0; weeks],
            left_waiting: vec![0; weeks],
            exits: vec![[0; EXITS.len()]; weeks],
            visits: vec![0; weeks],
            observed: vec![0; weeks],
            engaged: vec![0; weeks],
            states: vec![[0; STATES.len()]; weeks],
            sampling,
            percentiles: None,
        }
    }

    /// Memory that it takes when percentiles are counted, bytes, about.
    pub fn largest_size(&self) -> usize {
        let week = size_of::<[i64; EXITS.len()]>()
            + size_of::<[i64; STATES.len()]>()
            // The columns of one number a week.
            + 7 * size_of::<i64>();
        CELLS * size_of::<Sums>()
            + self.horizon_weeks as usize * week
            + Percentiles::size(self.horizon_weeks)
    }

    /// Takes in what another tally holds.
    pub fn add(&mut self, other: Self) {
        for (sums, more) in self.cells.iter_mut().zip(&other.cells) {
            sums.add(more);
        }
        for (column, more) in [
            (&mut self.first_placements, &other.first_placements),
            (&mut self.children_placed, &other.children_placed),
            (&mut self.care_change, &other.care_change),
            (&mut self.left_waiting, &other.left_waiting),
            (&mut self.visits, &other.visits),
            (&mut self.observed, &other.observed),
            (&mut self.engaged, &other.engaged),
        ] {
            add_all(column, more);
        }
        for (week, more) in self.exits.iter_mut().zip(&other.exits) {
            add_all(week, more);
        }
        for (week, more) in self.states.iter_mut().zip(&other.states) {
            add_all(week, more);
        }
        Percentiles::merge(&mut self.percentiles, other.percentiles);
    }

    /// Sums over all families.
    pub fn total(&self) -> Sums {
        let mut total = Sums::default();
        for cell in &self.cells {
            total.add(cell);
        }
        total
    }

    /// Sums over the families of a risk group.
    pub fn risk_group(&self, group: usize) -> Sums {
        let mut total = Sums::default();
        for cell in &self.cells[group * QUARTILES.len()..][..QUARTILES.len()] {
            total.add(cell);
        }
        total
    }

    /// Sums over the families of a quartile of adversity.
    pub fn quartile(&self, quartile: usize) -> Sums {
        let mut total = Sums::default();
        for cell in self.cells.iter().skip(quartile).step_by(QUARTILES.len()) {
            total.add(cell);
        }
        total
    }

    fn percentiles(&mut self) -> &mut Percentiles {
        let horizon_weeks = self.horizon_weeks;
        self.percentiles.get_or_insert_with(|| Box::new(Percentiles::new(horizon_weeks)))
    }

    /// All families of the chunk are in the same own week.
    #[inline(always)]
    fn count_same_week(&mut self, cohort: &Cohort, week: usize) {
        let (state, active, engaged) = (&cohort.state, cohort.active, cohort.engaged);
        self.observed[week] += active as i64;
        self.engaged[week] += engaged as i64;
        let columns: [(&[f32], usize); STATES.len()] = [
            (&state.alliance, engaged),
            (&state.trust, active),
            (&state.capacity, active),
            (&state.stress, active),
            (&state.wellbeing, active),
            (&state.concern, active),
            (&state.danger, active),
        ];
        for (sum, (column, rows)) in self.states[week].iter_mut().zip(columns) {
            *sum += to_fixed(lane_sum(&column[..rows]));
        }
        if self.sampling.takes(cohort) {
            let percentiles = self.percentiles();
            for (place, (column, rows)) in columns.iter().enumerate() {
                percentiles.count(week, place, &column[..*rows]);
            }
        }
    }

    /// Families of the chunk are in different own weeks.
    // Row by row, so wide vectors gain nothing; in line it is slower by a tenth.
    #[inline(never)]
    fn count_by_own_week(&mut self, cohort: &Cohort, calendar_week: u32) {
        let state = &cohort.state;
        let sampled = self.sampling.takes(cohort);
        for row in 0..cohort.active {
            let week = (calendar_week - state.referral_week[row]) as usize;
            if week >= self.horizon_weeks as usize {
                continue;
            }
            let engaged = row < cohort.engaged;
            self.observed[week] += 1;
            self.engaged[week] += i64::from(engaged);
            let values = [
                state.alliance[row],
                state.trust[row],
                state.capacity[row],
                state.stress[row],
                state.wellbeing[row],
                state.concern[row],
                state.danger[row],
            ];
            for (place, value) in values.into_iter().enumerate() {
                if place == ALLIANCE && !engaged {
                    continue;
                }
                self.states[week][place] += to_fixed(value);
                if sampled {
                    self.percentiles().count(week, place, &[value]);
                }
            }
        }
    }

    fn count_family(&mut self, history: &History, row: usize) {
        let risks = (history.initial_factors[row] & RISK_BITS).count_ones();
        let group = match risks {
            0 | 1 => 0,
            2 | 3 => 1,
            _ => 2,
        };
        let adversity = history.adversity[row];
        let quartile = self.quartile_limits.iter().filter(|limit| adversity > **limit).count();
        let sums = &mut self.cells[group * QUARTILES.len() + quartile];
        let engagement = history.engagement[row];
        let one = |condition: bool| i64::from(condition);
        sums.families += 1;
        sums.children += i64::from(history.children[row]);
        sums.risk_factors += i64::from(risks);
        sums.accepted += one(history.accepted[row]);
        sums.met += one(history.started[row]);
        sums.completed += one(engagement == Engagement::Completed);
        sums.dropped_out += one(engagement == Engagement::DroppedOut);
        sums.terminated += one(engagement == Engagement::Terminated);
        sums.expired += one(engagement == Engagement::Expired);
        sums.ended_by_placement += one(engagement == Engagement::EndedByPlacement);
        sums.still_engaged += one(engagement == Engagement::Engaged);
        sums.still_waiting += one(engagement == Engagement::Waiting);
        sums.placed += one(history.placements[row] > 0);
        sums.children_placed += i64::from(history.children_ever_placed[row]);
        sums.placed_again += one(history.placements[row] > 1);
        sums.reunified += one(history.reunifications[row] > 0);
        sums.weeks_in_care += i64::from(history.weeks_in_care[row]);
        sums.child_weeks_in_care += i64::from(history.child_weeks_in_care[row]);
        sums.visits += history.visits[row] as i64;
        sums.delivered += history.delivered[row] as i64;
        sums.home_visits += history.home_visits[row] as i64;
        sums.scheduled += to_fixed(history.scheduled[row]);
        sums.helper_hours += to_fixed(history.helper_hours[row]);
        sums.engaged_early += one(history.early_alliance[row] > 0.0);
        sums.early_alliance += to_fixed(history.early_alliance[row]);
        sums.trust += to_fixed(history.trust[row]);
        sums.capacity += to_fixed(history.capacity[row]);
        sums.stress += to_fixed(history.stress[row]);
        sums.wellbeing += to_fixed(history.wellbeing[row]);
        sums.concern += to_fixed(history.concern[row]);
        sums.danger += to_fixed(history.danger[row]);
        if history.started[row] {
            sums.weeks_waited += i64::from(history.start_week[row]);
            self.left_waiting[history.start_week[row] as usize] += 1;
        } else if engagement == Engagement::EndedByPlacement {
            self.left_waiting[history.exit_week[row] as usize] += 1;
        }
        if let Some(exit) = EXITS.iter().position(|(_, state)| *state == engagement) {
            self.exits[history.exit_week[row] as usize][exit] += 1;
        }
        let first = history.first_placement_week[row];
        if first != NEVER {
            self.first_placements[first as usize] += 1;
        }
    }
}

struct CountSameWeek<'a> {
    tally: &'a mut Tally,
    cohort: &'a Cohort,
    week: usize,
}

impl VectorKernel for CountSameWeek<'_> {
    #[inline(always)]
    fn run(self) {
        self.tally.count_same_week(self.cohort, self.week);
    }
}

impl Observer for Tally {
    fn after_week(&mut self, cohort: &Cohort, calendar_week: u32) {
        if cohort.referred_together {
            vector::run(CountSameWeek { tally: self, cohort, week: calendar_week as usize });
        } else {
            self.count_by_own_week(cohort, calendar_week);
        }
    }

    fn after_follow_up(&mut self, cohort: &Cohort, history: &History) {
        for (sum, visits) in self.visits.iter_mut().zip(&cohort.flows.visits) {
            *sum += i64::from(*visits);
        }
        for row in 0..cohort.families {
            self.count_family(history, row);
        }
        for (week, number) in cohort.flows.children_placed.iter().enumerate() {
            self.children_placed[week] += i64::from(*number);
        }
        for week in 0..self.horizon_weeks as usize {
            self.care_change[week] +=
                i64::from(cohort.flows.into_care[week]) - i64::from(cohort.flows.out_of_care[week]);
        }
    }
}

fn add_all(column: &mut [i64], more: &[i64]) {
    for (value, more) in column.iter_mut().zip(more) {
        *value += more;
    }
}

/// A number that is not negative in fixed point, to the nearest.
#[inline(always)]
fn to_fixed(value: f32) -> i64 {
    (f64::from(value) * FIXED + 0.5) as i64
}

/// Sum of a column in a fixed order that vectors can follow.
#[inline(always)]
fn lane_sum(column: &[f32]) -> f32 {
    let mut lanes = [0.0f32; LANES];
    let (whole, rest) = column.as_chunks::<LANES>();
    for chunk in whole {
        for (sum, value) in lanes.iter_mut().zip(chunk) {
            *sum += value;
        }
    }
    for (sum, value) in lanes.iter_mut().zip(rest) {
        *sum += value;
    }
    // Halves onto halves: four steps that wait for each other, not sixteen.
    let mut width = LANES / 2;
    while width > 0 {
        for lane in 0..width {
            lanes[lane] += lanes[lane + width];
        }
        width /= 2;
    }
    lanes[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_do_not_depend_on_order() {
        let values: Vec<f32> = (0..300).map(|i| (i as f32 * 0.37).sin().abs()).collect();
        let mut forward = 0;
        let mut backward = 0;
        for chunk in values.chunks(16) {
            forward += to_fixed(lane_sum(chunk));
        }
        for chunk in values.chunks(16).rev() {
            backward += to_fixed(lane_sum(chunk));
        }
        assert_eq!(forward, backward);
        let exact: f64 = values.iter().map(|value| f64::from(*value)).sum();
        assert!((forward as f64 / FIXED - exact).abs() < 1e-4);
    }
}
