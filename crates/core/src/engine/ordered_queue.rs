//! An ordered queue: places of a list are worked on by many threads, and their results
//! handed over in the order of the places.
//!
//! Threads take the next place as soon as they are free; there is no point at which
//! they wait for each other. What came of a place waits until all before it have been
//! handed over; whoever brings the one that is due hands over all that are ready. So
//! the consumer sees the same calls in the same order for any number of threads, and
//! needs no thread of its own.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

use crate::engine::threads;

/// How often a thread that waits for others looks whether it should stop.
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// Why a queue ended before its end. Everything up to some place has then been handed
/// over, and nothing beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Halt<E> {
    /// Somebody asked it to stop.
    Interrupted,
    /// Work or consumer could not go on.
    Failed(E),
}

/// Works on places on the threads of the current rayon pool.
///
/// At most `in_flight` places (no fewer than there are threads) are begun but not
/// handed over, which bounds the memory. `work` gets scratch memory that its thread keeps
/// from place to place; `consume` receives what came of each place, place after place.
/// Setting `stop` ends it soon.
///
/// # Errors
/// [`Halt`].
///
/// # Panics
/// When `work` or `consume` panics, after all threads have come to rest.
pub fn run<Scratch: Default, R: Send, E: Send>(
    places: Range<u64>,
    in_flight: usize,
    stop: &AtomicBool,
    work: impl Fn(&mut Scratch, u64) -> Result<R, Halt<E>> + Sync,
    consume: impl FnMut(u64, R) -> Result<(), E> + Send,
) -> Result<(), Halt<E>> {
    let queue = OrderedQueue {
        end: places.end,
        in_flight: in_flight.max(threads::count()) as u64,
        stop,
        state: Mutex::new(State {
            next: places.start,
            due: places.start,
            ready: BTreeMap::new(),
            is_handing_over: false,
            halt: None,
            is_broken: false,
        }),
        changed: Condvar::new(),
        consume: Mutex::new(consume),
    };
    threads::on_each(|| {
        let _guard = PanicGuard(&queue);
        let mut scratch = Scratch::default();
        while let Some(place) = queue.take() {
            match work(&mut scratch, place) {
                Ok(result) => queue.complete(place, result),
                Err(halt) => queue.halt(halt),
            }
        }
    });
    let state = queue.state.into_inner();
    let state = state.unwrap_or_else(|broken| broken.into_inner());
    match state.halt {
        Some(Halt::Failed(error)) => Err(Halt::Failed(error)),
        // Who asks it to stop when all is done asks in vain.
        _ if state.due == places.end => Ok(()),
        _ => Err(Halt::Interrupted),
    }
}

/// What threads share.
struct OrderedQueue<'a, R, E, F> {
    end: u64,
    in_flight: u64,
    stop: &'a AtomicBool,
    state: Mutex<State<R, E>>,
    changed: Condvar,
    consume: Mutex<F>,
}

struct State<R, E> {
    /// The next place to be worked on.
    next: u64,
    /// The next place to be handed over.
    due: u64,
    /// What came of later places.
    ready: BTreeMap<u64, R>,
    /// Is somebody handing over?
    is_handing_over: bool,
    /// Why it ended early.
    halt: Option<Halt<E>>,
    /// Has a thread panicked?
    is_broken: bool,
}

impl<R, E, F: FnMut(u64, R) -> Result<(), E>> OrderedQueue<'_, R, E, F> {
    fn lock(&self) -> MutexGuard<'_, State<R, E>> {
        // Only whole steps are taken under the lock, so a panic leaves it in order.
        self.state.lock().unwrap_or_else(|broken| broken.into_inner())
    }

    /// The next place to work on; none when there is none or all should stop.
    fn take(&self) -> Option<u64> {
        let mut state = self.lock();
        loop {
            let is_over = state.next == self.end || state.halt.is_some() || state.is_broken;
            if is_over || self.stop.load(Ordering::Relaxed) {
                return None;
            }
            if state.next < state.due.saturating_add(self.in_flight) {
                state.next += 1;
                return Some(state.next - 1);
            }
            let waited = self.changed.wait_timeout(state, POLL_INTERVAL);
            state = waited.unwrap_or_else(|broken| broken.into_inner()).0;
        }
    }

    /// Lets all threads come to rest.
    fn halt(&self, halt: Halt<E>) {
        let mut state = self.lock();
        if !matches!(state.halt, Some(Halt::Failed(_))) {
            state.halt = Some(halt);
        }
        self.changed.notify_all();
    }

    /// Takes in what came of a place, and hands over what is due unless somebody is
    /// at it.
    fn complete(&self, place: u64, result: R) {
        let mut state = self.lock();
        state.ready.insert(place, result);
        if state.is_handing_over {
            return;
        }
        // After an interruption, what is whole and due is still handed over.
        while !matches!(state.halt, Some(Halt::Failed(_))) {
            let due = state.due;
            let Some(result) = state.ready.remove(&due) else {
                break;
            };
            state.is_handing_over = true;
            drop(state);
            let handed_over = {
                let consume = self.consume.lock();
                let mut consume = consume.unwrap_or_else(|broken| broken.into_inner());
                consume(due, result)
            };
            state = self.lock();
            match handed_over {
                Ok(()) => state.due += 1,
                Err(error) => state.halt = Some(Halt::Failed(error)),
            }
            self.changed.notify_all();
        }
        state.is_handing_over = false;
    }
}

/// Releases the others when its thread panics.
struct PanicGuard<'a, 'b, R, E, F: FnMut(u64, R) -> Result<(), E>>(&'a OrderedQueue<'b, R, E, F>);

impl<R, E, F: FnMut(u64, R) -> Result<(), E>> Drop for PanicGuard<'_, '_, R, E, F> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.lock().is_broken = true;
            self.0.changed.notify_all();
        }
    }
}

#[cfg(all(test, feature = "parallel"))]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicU64;

    static NEVER_STOPPED: AtomicBool = AtomicBool::new(false);

    fn pool(threads: usize) -> rayon::ThreadPool {
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
    }

    /// Work that takes longer for some places than for others.
    fn uneven(place: u64) -> u64 {
        std::thread::sleep(Duration::from_micros(place * 7919 % 300));
        place * place
    }

    #[test]
    fn results_come_in_order_for_any_number_of_threads() {
        for threads in [1, 2, 7] {
            let mut seen = Vec::new();
            let ended: Result<(), Halt<()>> = pool(threads).install(|| {
                run(
                    5..205,
                    8,
                    &NEVER_STOPPED,
                    |_: &mut (), place| Ok(uneven(place)),
                    |place, result| {
                        seen.push((place, result));
                        Ok(())
                    },
                )
            });
            assert_eq!(ended, Ok(()));
            let expected: Vec<(u64, u64)> = (5..205).map(|place| (place, place * place)).collect();
            assert_eq!(seen, expected, "{threads} threads");
        }
    }

    #[test]
    fn no_more_than_agreed_are_in_flight() {
        let begun = AtomicU64::new(0);
        let mut most = 0;
        let mut handed_over = 0;
        let ended: Result<(), Halt<()>> = pool(3).install(|| {
            run(
                0..100,
                5,
                &NEVER_STOPPED,
                |_: &mut (), place| {
                    begun.fetch_add(1, Ordering::SeqCst);
                    // The first of all keeps the others waiting.
                    std::thread::sleep(Duration::from_millis(if place == 0 { 50 } else { 0 }));
                    Ok(())
                },
                |_, ()| {
                    most = most.max(begun.load(Ordering::SeqCst) - handed_over);
                    handed_over += 1;
                    Ok(())
                },
            )
        });
        assert_eq!(ended, Ok(()));
        // One more is begun while the consumer counts what it has been handed.
        assert!((4..=6).contains(&most), "{most}");
    }

    #[test]
    fn after_an_interruption_all_up_to_some_place_has_been_handed_over() {
        for threads in [1, 4] {
            let stop = AtomicBool::new(false);
            let mut seen = Vec::new();
            let ended: Result<(), Halt<()>> = pool(threads).install(|| {
                run(
                    0..1000,
                    16,
                    &stop,
                    |_: &mut (), place| {
                        if place == 60 {
                            stop.store(true, Ordering::Relaxed);
                            return Err(Halt::Interrupted);
                        }
                        Ok(uneven(place))
                    },
                    |place, _| {
                        seen.push(place);
                        Ok(())
                    },
                )
            });
            assert_eq!(ended, Err(Halt::Interrupted));
            assert_eq!(seen, (0..60).collect::<Vec<_>>(), "{threads} threads");
        }
    }

    #[test]
    fn an_error_of_work_or_consumer_ends_it() {
        for threads in [1, 4] {
            let by_consumer = pool(threads).install(|| {
                run(
                    0..1000,
                    16,
                    &NEVER_STOPPED,
                    |_: &mut (), place| Ok(uneven(place)),
                    |place, _| if place == 70 { Err("full") } else { Ok(()) },
                )
            });
            assert_eq!(by_consumer, Err(Halt::Failed("full")));
            let by_work = pool(threads).install(|| {
                run(
                    0..1000,
                    16,
                    &NEVER_STOPPED,
                    |_: &mut (), place| match place {
                        70 => Err(Halt::Failed("unknown")),
                        _ => Ok(uneven(place)),
                    },
                    |_, _| Ok(()),
                )
            });
            assert_eq!(by_work, Err(Halt::Failed("unknown")));
        }
    }

    #[test]
    fn a_panic_reaches_the_caller_and_leaves_nobody_waiting() {
        for threads in [1, 3] {
            for in_consumer in [false, true] {
                let outcome = std::panic::catch_unwind(|| {
                    pool(threads).install(|| {
                        run::<(), u64, ()>(
                            0..1000,
                            4,
                            &NEVER_STOPPED,
                            |_, place| {
                                assert!(in_consumer || place != 50, "a mistake in the work");
                                Ok(uneven(place))
                            },
                            |place, _| {
                                assert!(!in_consumer || place != 50, "a mistake in the consumer");
                                Ok(())
                            },
                        )
                    })
                });
                assert!(outcome.is_err());
            }
        }
    }

    #[test]
    fn a_thread_keeps_its_scratch_memory() {
        let made = AtomicU64::new(0);
        thread_local! {
            static MADE: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
        }
        struct Scratch;
        impl Default for Scratch {
            fn default() -> Self {
                MADE.set(MADE.get() + 1);
                Scratch
            }
        }
        let ended: Result<(), Halt<()>> = pool(2).install(|| {
            run(
                0..200,
                16,
                &NEVER_STOPPED,
                |_: &mut Scratch, place| {
                    made.fetch_max(MADE.get(), Ordering::Relaxed);
                    Ok(uneven(place))
                },
                |_, _| Ok(()),
            )
        });
        assert_eq!(ended, Ok(()));
        assert_eq!(made.into_inner(), 1);
    }
}
