//! What may be said of the arms with the lowest and the highest value: whether they
//! print alike, whether their order is certain, or whether there is no interval at all.

use homeground_figures::number::Number;

use crate::results::{Estimate, Quantity, Results};
use crate::verdict::{Verdict, verdict};

/// How far the order of the lowest and the highest arm holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Both print as the same number.
    Same,
    /// There is no interval: one replicate cannot rank arms.
    Unknown,
    /// The paired difference excludes 0, or the two intervals lie apart.
    Clear,
    /// One of the two is the reference, and their paired difference holds 0.
    PairedUnclear,
    /// Neither is the reference, and their intervals overlap.
    Overlapping,
}

/// The arms with the lowest and the highest value, and what their order is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranking {
    /// The lowest arm and its value.
    pub lowest: (usize, Estimate),
    /// The highest arm and its value.
    pub highest: (usize, Estimate),
    /// What their order is worth.
    pub order: Order,
}

/// Ranks the arms by a quantity; none when fewer than two have a value. `print` writes
/// a value as the reader will see it, which decides what counts as alike.
pub fn ranking(
    results: &Results,
    quantity: Quantity,
    print: impl Fn(f64) -> Number,
) -> Option<Ranking> {
    if results.values(quantity).iter().flatten().count() < 2 {
        return None;
    }
    let [lowest, highest] = results.extremes(quantity)?;
    let reference = results.reference();
    let paired = if lowest.0 == reference {
        results.difference(highest.0, quantity)
    } else if highest.0 == reference {
        results.difference(lowest.0, quantity)
    } else {
        None
    };
    let alike = print(lowest.1.value).prints_like(&print(highest.1.value));
    let order = if lowest.0 == highest.0 || alike {
        Order::Same
    } else if let Some(difference) = paired {
        match verdict(difference) {
            Verdict::Lower | Verdict::Higher => Order::Clear,
            Verdict::Unclear => Order::PairedUnclear,
            Verdict::Unknown => Order::Unknown,
        }
    } else if lowest.1.interval.is_none() || highest.1.interval.is_none() {
        Order::Unknown
    } else if lowest.1.upper() < highest.1.lower() {
        Order::Clear
    } else {
        Order::Overlapping
    };
    Some(Ranking { lowest, highest, order })
}

#[cfg(test)]
mod tests {
    use homeground_figures::number::percent;

    use super::*;
    use crate::fixture::Fixture;

    fn order(fixture: &Fixture, quantity: Quantity) -> Option<Order> {
        ranking(&fixture.results(), quantity, percent).map(|ranking| ranking.order)
    }

    #[test]
    fn an_order_is_worth_what_its_interval_allows() {
        let placed = ("placed", "family", 104);
        let five = Fixture::five;
        assert_eq!(order(&five(), placed), Some(Order::Clear));
        let wide = Fixture { half_width: Some(0.5), ..five() };
        assert_eq!(order(&wide, placed), Some(Order::Overlapping));
        let wide_lowest_is_reference = Fixture { half_width: Some(0.5), reference: 0, ..five() };
        assert_eq!(order(&wide_lowest_is_reference, placed), Some(Order::PairedUnclear));
        let one_replicate = Fixture { half_width: None, ..five() };
        assert_eq!(order(&one_replicate, placed), Some(Order::Unknown));
        // Every arm of the fixture has the same acceptance.
        assert_eq!(order(&five(), ("uptake", "offered", 0)), Some(Order::Same));
        let alone = Fixture { arms: vec!["home".to_owned()], reference: 0, ..five() };
        assert_eq!(order(&alone, placed), None);
    }
}
