//! What an interval allows to say of a difference.

use homeground_figures::message;
use homeground_figures::text::Text;

use crate::results::Estimate;

/// What an interval allows to say of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval lies below 0.
    Lower,
    /// The whole interval lies above 0.
    Higher,
    /// The interval holds 0.
    Unclear,
    /// There is no interval.
    Unknown,
}

impl Verdict {
    /// Does the interval leave no doubt on which side of 0 the difference lies?
    pub fn is_clear(self) -> bool {
        matches!(self, Verdict::Lower | Verdict::Higher)
    }

    /// In a word or two, for tables.
    pub(crate) fn word(self) -> Text {
        match self {
            Verdict::Lower => message!("sentences-verdict-lower"),
            Verdict::Higher => message!("sentences-verdict-higher"),
            Verdict::Unclear => message!("sentences-verdict-unclear"),
            Verdict::Unknown => message!("sentences-verdict-unknown"),
        }
    }
}

/// What an interval allows to say of a difference.
pub fn verdict(difference: Estimate) -> Verdict {
    match difference.interval {
        None => Verdict::Unknown,
        Some((_, upper)) if upper < 0.0 => Verdict::Lower,
        Some((lower, _)) if lower > 0.0 => Verdict::Higher,
        Some(_) => Verdict::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_on_zero_still_holds_zero() {
        let difference = Estimate { value: 1.0, interval: Some((0.0, 2.0)) };
        assert_eq!(verdict(difference), Verdict::Unclear);
    }
}
