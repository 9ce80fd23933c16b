//! A figure before a language is chosen.

use std::fmt::Debug;
use std::sync::Arc;

use crate::scene::Scene;
use crate::text::{Teller, Text};

/// A figure without a language: a declaration of what it shows, drawn when a language is known.
/// Whoever makes one decides first whether there is anything to draw.
pub trait Chart: Debug + Send + Sync {
    /// Draws it with the words of a language.
    fn draw(&self, teller: &dyn Teller) -> Scene;
}

/// Writes a value of an axis with so many decimals.
pub type Write = Arc<dyn Fn(f64, usize) -> Text + Send + Sync>;

/// Writes values as plain numbers.
pub fn write_decimal() -> Write {
    Arc::new(|value, decimals| crate::number::decimal(value, decimals).into())
}

/// What [`Write`] says, in the words of a teller.
pub(crate) fn told<'parts>(
    write: &'parts Write,
    teller: &'parts dyn Teller,
) -> impl Fn(f64, usize) -> String + use<'parts> {
    |value, decimals| teller.tell(&write(value, decimals))
}

/// Functions have nothing to show: what holds one is shown by one of its texts.
macro_rules! debug_by {
    ($type:ident, $field:ident) => {
        impl std::fmt::Debug for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter
                    .debug_struct(stringify!($type))
                    .field(stringify!($field), &self.$field)
                    .finish_non_exhaustive()
            }
        }
    };
}
pub(crate) use debug_by;

/// A kind of chart knows when it has nothing to draw.
macro_rules! boxed {
    ($type:ident, |$chart:ident| $is_empty:expr) => {
        impl $type {
            /// The chart as a figure; none when there is nothing to draw.
            pub fn boxed(self) -> Option<Box<dyn crate::chart::Chart>> {
                let $chart = &self;
                if $is_empty {
                    return None;
                }
                Some(Box::new(self))
            }
        }
    };
}
pub(crate) use boxed;
