//! Phrases that pages with sensitivity indices share.

use homeground_figures::message;
use homeground_figures::number::{decimal, percent_whole, shortest};
use homeground_figures::text::Text;

/// The range of a parameter from low to high, as the tables of the program write numbers.
pub fn range(low: f64, high: f64) -> Text {
    Text::between(shortest(low), shortest(high), low < 0.0)
}

/// Names in a row, with how many were left out.
pub fn and_more(names: &[Text], more: usize) -> Text {
    match more {
        0 => Text::list(names),
        more => message!("sensitivity-and-more", names = Text::joined(", ", names), more),
    }
}

/// A share of variance with its interval, in whole per cent.
pub fn share(value: f64, (lower, upper): (f64, f64)) -> Text {
    let whole = |value: f64| decimal(value * 100.0, 0);
    message!(
        "sensitivity-share",
        value = percent_whole(value),
        ends = Text::between(whole(lower), whole(upper), lower < -0.005)
    )
}
