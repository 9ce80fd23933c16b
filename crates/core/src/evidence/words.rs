//! Closed sets of words in files.

/// Gives an enum its words: variants in the order in which they are listed, each with its word.
macro_rules! words {
    ($type:ident { $($(#[$doc:meta])* $variant:ident $word:literal,)+ }) => {
        impl $type {
            /// All of them, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The words of all.
            pub const WORDS: &'static [&'static str] = &[$($word,)+];

            /// Its word in files.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The one with this word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.word())
            }
        }
    };
}

pub(crate) use words;
