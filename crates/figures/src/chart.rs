//! A figure before a language is chosen.

use std::fmt::{self, Debug};
use std::sync::Arc;

use crate::number;
use crate::scene::Scene;
use crate::text::{Teller, Text};

/// A figure without a language: a declaration of what it shows, drawn when a language is known.
/// Whoever makes one decides first whether there is anything to draw.
pub trait Chart: Debug + Send + Sync {
    /// Draws it with the words of a language.
    fn draw(&self, teller: &dyn Teller) -> Scene;
}

/// Writes a value of an axis with so many decimals.
#[derive(Clone)]
pub struct Write(Arc<dyn Fn(f64, usize) -> Text + Send + Sync>);

impl Write {
    /// As a function says it.
    pub fn new(write: impl Fn(f64, usize) -> Text + Send + Sync + 'static) -> Write {
        Write(Arc::new(write))
    }

    /// Shares in whole per cent.
    pub fn percent_whole() -> Write {
        Write::new(|share, _| number::percent_whole(share).into())
    }

    /// What it says, in the words of a teller.
    pub(crate) fn told<'parts>(
        &'parts self,
        teller: &'parts dyn Teller,
    ) -> impl Fn(f64, usize) -> String + use<'parts> {
        |value, decimals| teller.tell(&self.0(value, decimals))
    }
}

impl Default for Write {
    /// Plain numbers.
    fn default() -> Write {
        Write::new(|value, decimals| number::decimal(value, decimals).into())
    }
}

impl Debug for Write {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Write")
    }
}

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
