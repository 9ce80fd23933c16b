//! Columns of a chunk of families, and the vectors that loops over them work on.

/// Families in a chunk: its columns stay in the processor's first cache.
pub const CHUNK: usize = 128;

/// Rows are worked on in groups of so many, the widest vector in use.
pub const LANES: usize = 16;

/// One vector of a column: rows `16·block` to `16·block + 15`.
#[inline(always)]
pub fn lanes<T>(column: &[T; CHUNK], block: usize) -> &[T; LANES] {
    &column.as_chunks().0[block]
}

/// [`lanes`], to write.
#[inline(always)]
pub fn lanes_mut<T>(column: &mut [T; CHUNK], block: usize) -> &mut [T; LANES] {
    &mut column.as_chunks_mut().0[block]
}

/// The lanes of a vector where a condition holds, as bits; the loop becomes a
/// comparison of whole vectors.
#[inline(always)]
pub fn lanes_where(condition: impl Fn(usize) -> bool) -> u32 {
    let mut bits = 0;
    for lane in 0..LANES {
        bits |= if condition(lane) { 1 << lane } else { 0 };
    }
    bits
}

/// A struct whose fields are columns.
macro_rules! columns {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)+ }) => {
        $(#[$doc])*
        // Vectors of 64 bytes that straddle two cache lines are loaded at half speed.
        #[repr(align(64))]
        #[derive(Clone, Debug)]
        pub struct $name { $($(#[$field_doc])* pub $field: [$kind; CHUNK],)+ }

        impl Default for $name {
            fn default() -> Self {
                Self { $($field: [<$kind>::default(); CHUNK],)+ }
            }
        }
    };
}

pub(super) use columns;
