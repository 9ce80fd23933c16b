//! Progress on standard error while a run is under way, and what happens on Ctrl-C.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::engine::parallel::Progress;

/// How often the bar is drawn.
const PAUSE: Duration = Duration::from_millis(100);

/// A bar that follows a run until it is dropped. Draws nothing when standard error is
/// no terminal.
pub struct Bar {
    done: Arc<AtomicBool>,
    drawing: Option<JoinHandle<()>>,
}

impl Bar {
    /// Begins to follow a run of so many family-weeks.
    pub fn follow(progress: &Arc<Progress>, family_weeks: u64, quiet: bool) -> Self {
        Self::follow_growing(progress, &Arc::new(AtomicU64::new(family_weeks)), quiet)
    }

    /// Begins to follow work whose size grows as it goes on.
    pub fn follow_growing(
        progress: &Arc<Progress>,
        family_weeks: &Arc<AtomicU64>,
        quiet: bool,
    ) -> Self {
        let done = Arc::new(AtomicBool::new(false));
        if quiet || !console_is_terminal() {
            return Self {
                done,
                drawing: None,
            };
        }
        let bar = ProgressBar::new(family_weeks.load(Ordering::Relaxed)).with_style(style());
        let (finished, progress) = (Arc::clone(&done), Arc::clone(progress));
        let family_weeks = Arc::clone(family_weeks);
        let drawing = std::thread::spawn(move || {
            while !finished.load(Ordering::Relaxed) {
                bar.set_length(family_weeks.load(Ordering::Relaxed));
                bar.set_position(progress.family_weeks.load(Ordering::Relaxed));
                std::thread::sleep(PAUSE);
            }
            bar.finish_and_clear();
        });
        Self {
            done,
            drawing: Some(drawing),
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.done.store(true, Ordering::Relaxed);
        if let Some(drawing) = self.drawing.take() {
            // The bar is only for the eye.
            let _ = drawing.join();
        }
    }
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template(
        "{percent:>3} % {wide_bar} {human_pos} of {human_len} family-weeks, {per_sec}, {eta} left",
    )
    .unwrap_or_else(|_| ProgressStyle::default_bar())
}

fn console_is_terminal() -> bool {
    use std::io::IsTerminal;
    std::io::stderr().is_terminal()
}

/// Lets Ctrl-C and termination end a run in good order; the second time at once.
pub fn stop_on_signal(progress: &Arc<Progress>) {
    let progress = Arc::clone(progress);
    // A handler can be set once in a process; a second run in it keeps the first.
    let _ = ctrlc::set_handler(move || {
        if progress.stop.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(super::INTERRUPTED));
        }
    });
}
