//! What the folder of a ledger of assumptions holds, and what it says in sentences.

use homeground_figures::estimate::Estimate;
use homeground_figures::message;
use homeground_figures::number::{Kind, percent_whole, quantity, value};
use homeground_figures::text::Text;
use homeground_report::names::outcome;
use homeground_report::outcome_kinds::kind_of;
use homeground_report::saved::ContentError;

use crate::assumptions::{ASSUMPTIONS, AssumptionRow};
use crate::pages::results::StudyResults;
use crate::pages::{names, outcome_words, values};
use crate::sensitivity::phrases::{and_more, share};

/// Parameters named in a sentence.
const NAMED: usize = 4;

/// The difference where the study starts.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
struct Start {
    estimate: f64,
    lower: f64,
    upper: f64,
}

/// What the sentences are made from.
pub struct Ledger<'a> {
    /// The results.
    pub results: &'a StudyResults,
    /// Its rows.
    pub rows: Vec<AssumptionRow>,
    /// Worth of one unit of the outcome, NOK; none where one chooses by the outcome alone.
    pub willingness: Option<f64>,
    start: Start,
    /// What knowing all parameters that were looked at would be worth.
    perfect: Option<f64>,
}

impl<'a> Ledger<'a> {
    /// Of the results of a study.
    ///
    /// # Errors
    /// When a table or fact is missing or damaged.
    pub fn new(results: &'a StudyResults) -> Result<Self, ContentError> {
        Ok(Ledger {
            results,
            rows: results.rows(ASSUMPTIONS)?,
            willingness: results.fact("willingness_to_pay")?,
            start: results.fact("start")?,
            perfect: results.fact("perfect_information")?,
        })
    }

    /// Parameters that were looked at closely and told from noise.
    pub fn closer(&self) -> Vec<&AssumptionRow> {
        self.rows.iter().filter(|row| row.total.is_some()).collect()
    }

    /// The two arms as pages call them.
    pub fn arms(&self) -> [Text; 2] {
        let name = |place: usize| self.results.note.arms.get(place).map_or("", String::as_str);
        let arm = |place| self.results.arm(name(place));
        [arm(0), arm(1)]
    }

    /// What the conclusion is and what it leans on most.
    pub fn answer(&self) -> Text {
        let conclusion = self.conclusion();
        let rows = self.closer();
        let Some(first) = rows.first() else {
            return message!("assumptions-answer-noise", conclusion);
        };
        let together: Vec<&&AssumptionRow> =
            rows.iter().filter(|row| row.total_upper >= first.total_lower).collect();
        let named: Vec<Text> = together
            .iter()
            .take(NAMED)
            .map(|row| {
                let total = row.total.unwrap_or(0.0);
                let ends = row.total_lower.zip(row.total_upper);
                message!(
                    "assumptions-carries",
                    parameter = &row.parameter,
                    grade = &row.grade,
                    share = share(total, ends.unwrap_or((total, total)))
                )
            })
            .collect();
        let list = and_more(&named, together.len() - named.len());
        match together.len() {
            1 => message!("assumptions-answer-one", conclusion, list),
            _ => message!("assumptions-answer-several", conclusion, list),
        }
    }

    /// In which arm there is more, if that can be told.
    fn conclusion(&self) -> Text {
        let Start { estimate, lower, upper } = self.start;
        let estimate = Estimate { value: estimate, interval: Some((lower, upper)) };
        let order = match lower > 0.0 || upper < 0.0 {
            false => "unclear",
            true if estimate.value > 0.0 => "above",
            true => "below",
        };
        let [first, second] = self.arms();
        message!(
            "assumptions-conclusion",
            order,
            first,
            second,
            outcome = outcome_words::outcome(self.results),
            difference = outcome_words::difference(estimate, &self.results.note.outcome)
        )
    }

    fn with_order(&self, word: &'static str) -> impl Iterator<Item = &AssumptionRow> {
        self.rows.iter().filter(move |row| row.order == word)
    }

    /// Which assumptions can turn the order alone.
    pub fn order(&self) -> Text {
        if self.rows.iter().any(|row| row.order == "unclear") {
            return message!("assumptions-order-unclear");
        }
        let mut turning: Vec<&AssumptionRow> = self.with_order("turns").collect();
        let distance = |row: &AssumptionRow| row.share_of_range.unwrap_or(2.0);
        turning.sort_by(|one, other| distance(one).total_cmp(&distance(other)));
        let all = self.rows.len();
        if turning.is_empty() {
            let fading = self.with_order("fades").count();
            return message!("assumptions-order-none", all, fading);
        }
        let named = turning.iter().take(NAMED).map(|row| {
            message!(
                "assumptions-turns-at",
                parameter = &row.parameter,
                value = row.threshold.map(values::value).unwrap_or_default(),
                start = values::value(row.start)
            )
        });
        let list = Text::list(named);
        message!("assumptions-order-turns", turns = turning.len(), all, list)
    }

    /// Parameters that are surely worth knowing, the most valuable first.
    pub fn valuable(&self) -> Vec<&AssumptionRow> {
        let mut rows: Vec<&AssumptionRow> =
            self.rows.iter().filter(|row| row.is_surely_worth_knowing()).collect();
        let worth = |row: &AssumptionRow| row.information.unwrap_or(0.0);
        rows.sort_by(|one, other| worth(other).total_cmp(&worth(one)));
        rows
    }

    /// How worths are written.
    pub fn kind(&self) -> Kind {
        match self.willingness {
            Some(_) => Kind::Money,
            None => kind_of(&self.results.note.outcome),
        }
    }

    /// The number that tells a worth: shares are told in percentage points.
    pub fn worth_number(&self, worth: f64) -> Text {
        match (self.willingness, self.kind()) {
            (Some(_), _) => value(worth, Kind::Money).into(),
            (None, Kind::Share) => quantity(worth * 100.0).into(),
            (None, _) => quantity(worth).into(),
        }
    }

    /// The unit of worths.
    pub fn worth_unit(&self) -> Text {
        match (self.willingness, self.kind()) {
            (Some(_), _) => message!("assumptions-nok-per-family"),
            (None, Kind::Share) => message!("assumptions-percentage-points"),
            (None, Kind::Money) => message!("assumptions-nok"),
            (None, Kind::Quantity) => outcome(&self.results.note.outcome),
        }
    }

    fn worth_with_unit(&self, worth: f64) -> Text {
        let unit = match self.willingness {
            Some(_) => message!("assumptions-nok"),
            None => self.worth_unit(),
        };
        Text::joined(" ", [self.worth_number(worth), unit])
    }

    /// What research would pay.
    pub fn worth(&self) -> Option<Text> {
        let all = self.worth_with_unit(self.perfect?);
        let money = match self.willingness {
            Some(_) => "yes",
            None => "no",
        };
        let Some(row) = self.valuable().first().copied() else {
            return Some(message!("assumptions-worth-all", all, money));
        };
        Some(message!(
            "assumptions-worth-most",
            parameter = names::field(&row.parameter),
            worth = self.worth_with_unit(row.information.unwrap_or(0.0)),
            error = self.worth_with_unit(row.information_se.unwrap_or(0.0)),
            all,
            money
        ))
    }

    /// Assumptions that carry much and are poorly known.
    pub fn weak_ground(&self) -> Option<Text> {
        /// A share of variance that is worth a word.
        const MUCH: f64 = 0.05;
        let rows = self.closer();
        let strong = rows.iter().filter(|row| row.total_lower > Some(MUCH));
        let weak: Vec<&str> = strong
            .clone()
            .filter(|row| row.grade == "D")
            .map(|row| row.parameter.as_str())
            .collect();
        (!weak.is_empty()).then(|| {
            message!(
                "assumptions-weak-ground",
                strong = strong.count(),
                count = weak.len(),
                list = Text::list(weak)
            )
        })
    }

    /// How much of what is seen is noise.
    ///
    /// # Errors
    /// When the fact is damaged.
    pub fn noise(&self) -> Result<Option<Text>, ContentError> {
        let share: Option<f64> = self.results.fact("noise_share")?;
        Ok(share.map(|share| message!("assumptions-noise", share = percent_whole(share))))
    }

    /// How the study works.
    ///
    /// # Errors
    /// When a fact is missing or damaged.
    pub fn method(&self) -> Result<Vec<Text>, ContentError> {
        let (samples, walks, closer): (u32, u32, usize) = (
            self.results.fact("samples")?,
            self.results.fact("walks")?,
            self.results.fact("looked_at")?,
        );
        let decided = match self.willingness {
            Some(worth) => {
                message!("assumptions-decided-by-worth", worth = value(worth, Kind::Money))
            }
            None => message!("assumptions-decided-by-outcome"),
        };
        // As the program writes them elsewhere: counts that are not grouped.
        let plain = |number: u32| number.to_string();
        Ok(vec![
            message!(
                "assumptions-method-studies",
                walks = plain(walks),
                closer = closer.to_string(),
                samples = plain(samples)
            ),
            message!("assumptions-method-search"),
            message!("assumptions-method-information", decided),
        ])
    }
}

/// What it cannot tell.
pub fn limits() -> Vec<Text> {
    vec![
        message!("assumptions-limits-ranges"),
        message!("assumptions-limits-order"),
        message!("assumptions-limits-form"),
    ]
}
