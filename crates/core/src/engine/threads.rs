//! Threads: those of the current rayon pool with the feature `parallel`, otherwise the
//! one that calls.

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// How many there are.
pub fn count() -> usize {
    #[cfg(feature = "parallel")]
    return rayon::current_num_threads();
    #[cfg(not(feature = "parallel"))]
    1
}

/// Does the same work once on each thread. A caller that is one of them does its own, so
/// this also works in a pool of one.
pub fn on_each(work: impl Fn() + Sync) {
    #[cfg(feature = "parallel")]
    rayon::broadcast(|_| work());
    #[cfg(not(feature = "parallel"))]
    work();
}

/// What comes of the places `0..count`, in their order.
pub fn map<R: Send>(count: usize, work: impl Fn(usize) -> R + Sync + Send) -> Vec<R> {
    map_with(count, || (), |(), place| work(place))
}

/// The same, with memory that a thread keeps from place to place.
pub fn map_with<M, R: Send>(
    count: usize,
    memory: impl Fn() -> M + Sync + Send,
    work: impl Fn(&mut M, usize) -> R + Sync + Send,
) -> Vec<R> {
    #[cfg(feature = "parallel")]
    return (0..count).into_par_iter().map_init(memory, work).collect();
    #[cfg(not(feature = "parallel"))]
    {
        let mut memory = memory();
        (0..count).map(|place| work(&mut memory, place)).collect()
    }
}
