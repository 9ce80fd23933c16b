//! Progress on standard error while work is under way, and what happens on Ctrl-C.

use std::collections::VecDeque;
use std::io::IsTerminal;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use homeground_core::engine::parallel::Progress;

/// How often the bar is drawn.
const PAUSE: Duration = Duration::from_millis(100);

/// Work that a bar follows.
pub struct Work {
    /// What it is counted in, in the plural.
    pub unit: &'static str,
    /// How much there is in all; may grow.
    pub total: Box<dyn Fn() -> u64 + Send>,
    /// How much is done, earlier processes included.
    pub done: Box<dyn Fn() -> u64 + Send>,
    /// How much of that was done in earlier processes; known when the work begins.
    pub before: Box<dyn Fn() -> u64 + Send>,
    /// What is going on, where work has stages that differ.
    pub stage: Option<Stage>,
}

/// What is going on at the moment, in a few words. Copies tell of the same.
#[derive(Clone, Debug, Default)]
pub struct Stage(Arc<Mutex<String>>);

impl Stage {
    /// Something else begins.
    pub fn begin(&self, words: &str) {
        // Words are for the eye; one who panicked while writing them harms nobody.
        if let Ok(mut own) = self.0.lock() {
            words.clone_into(&mut own);
        }
    }

    fn words(&self) -> String {
        self.0.lock().map_or_else(|_| String::new(), |words| words.clone())
    }
}

/// A bar that follows work until it is dropped. Draws nothing when standard error is
/// no terminal.
pub struct Bar {
    finished: Arc<AtomicBool>,
    drawing: Option<JoinHandle<()>>,
}

impl Bar {
    /// Begins to follow a run of so many family-weeks.
    pub fn follow(progress: &Arc<Progress>, family_weeks: u64, quiet: bool) -> Self {
        Self::follow_growing(progress, &Arc::new(AtomicU64::new(family_weeks)), quiet)
    }

    /// Begins to follow family-weeks whose number grows as the work goes on.
    pub fn follow_growing(
        progress: &Arc<Progress>,
        family_weeks: &Arc<AtomicU64>,
        quiet: bool,
    ) -> Self {
        Self::follow_work(Self::family_weeks(progress, family_weeks, None), quiet)
    }

    /// Begins to follow so many family-weeks, with what is going on.
    pub fn follow_stages(
        progress: &Arc<Progress>,
        family_weeks: u64,
        stage: &Stage,
        quiet: bool,
    ) -> Self {
        let total = Arc::new(AtomicU64::new(family_weeks));
        let work = Self::family_weeks(progress, &total, Some(stage.clone()));
        Self::follow_work(work, quiet)
    }

    fn family_weeks(
        progress: &Arc<Progress>,
        family_weeks: &Arc<AtomicU64>,
        stage: Option<Stage>,
    ) -> Work {
        let (progress, total) = (Arc::clone(progress), Arc::clone(family_weeks));
        let earlier = Arc::clone(&progress);
        Work {
            unit: "family-weeks",
            before: Box::new(move || earlier.before.load(Ordering::Relaxed)),
            total: Box::new(move || total.load(Ordering::Relaxed)),
            done: Box::new(move || progress.family_weeks.load(Ordering::Relaxed)),
            stage,
        }
    }

    /// Begins to follow work of any kind.
    pub fn follow_work(work: Work, quiet: bool) -> Self {
        let finished = Arc::new(AtomicBool::new(false));
        let drawing = (!quiet && std::io::stderr().is_terminal()).then(|| {
            let finished = Arc::clone(&finished);
            std::thread::spawn(move || draw(&work, &finished))
        });
        Self { finished, drawing }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.finished.store(true, Ordering::Relaxed);
        if let Some(drawing) = self.drawing.take() {
            // The bar is only for the eye.
            let _ = drawing.join();
        }
    }
}

fn draw(work: &Work, finished: &AtomicBool) {
    let bar = ProgressBar::new(0).with_style(style());
    let clock = Instant::now();
    let mut pace = Pace::default();
    while !finished.load(Ordering::Relaxed) {
        let (done, total) = ((work.done)(), (work.total)());
        let here = done.saturating_sub((work.before)());
        pace.note(clock.elapsed().as_secs_f64(), here);
        bar.set_length(total);
        bar.set_position(done.min(total));
        bar.set_prefix(percent(done, total));
        bar.set_message(match &work.stage {
            Some(stage) => stage_message(&stage.words(), done, total, pace.per_second()),
            None => message(done, total, work.unit, pace.per_second()),
        });
        std::thread::sleep(PAUSE);
    }
    bar.finish_and_clear();
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{prefix:>4} {wide_bar} {msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// How fast work goes at present.
///
/// The rate is that of the last seconds, so that it follows a machine that others use
/// too; in long work of the last quarter of the time, so that it does not jump when
/// work comes in large pieces.
struct Pace {
    /// Seconds since the beginning, and what was done by then, here.
    samples: VecDeque<(f64, u64)>,
}

impl Default for Pace {
    fn default() -> Self {
        Self { samples: VecDeque::from([(0.0, 0)]) }
    }
}

/// The rate is that of so many seconds at least.
const WINDOW_SECONDS: f64 = 10.0;

/// And of so much of the time so far.
const WINDOW_SHARE: f64 = 0.25;

/// Samples in a window, about.
const SAMPLES: f64 = 100.0;

/// Seconds before a rate is told.
const FIRST_SECONDS: f64 = 0.5;

impl Pace {
    /// So much is done by now.
    fn note(&mut self, seconds: f64, done: u64) {
        let window = WINDOW_SECONDS.max(WINDOW_SHARE * seconds);
        // The newest sample is replaced until it is far enough from the one before.
        if self.samples.len() > 1 {
            let spacing = window / SAMPLES;
            let earlier = self.samples[self.samples.len() - 2].0;
            if seconds - earlier < spacing {
                self.samples.pop_back();
            }
        }
        self.samples.push_back((seconds, done));
        // Nothing done in the window: it reaches back to when something was.
        while self.samples.len() > 2
            && seconds - self.samples[1].0 >= window
            && self.samples[1].1 < done
        {
            self.samples.pop_front();
        }
    }

    /// What is done in a second, when that can be told.
    fn per_second(&self) -> Option<f64> {
        let (first, last) = (self.samples.front()?, self.samples.back()?);
        let seconds = last.0 - first.0;
        (seconds >= FIRST_SECONDS && last.1 > first.1).then(|| (last.1 - first.1) as f64 / seconds)
    }
}

/// The share that is done; 100 only when all is.
fn percent(done: u64, total: u64) -> String {
    let percent = match total {
        0 => 0,
        _ => u128::from(done) * 100 / u128::from(total),
    };
    format!("{} %", percent.min(100))
}

/// What stands behind the bar.
fn message(done: u64, total: u64, unit: &str, per_second: Option<f64>) -> String {
    // What is done stands before the bar, as a share: a line of 80 columns has no space
    // for both.
    let all = format!("of {} {unit}", amount(total as f64));
    match per_second {
        Some(rate) => {
            let left = total.saturating_sub(done) as f64 / rate;
            format!("{all}, {} a second, {} left", amount(rate), time(left))
        }
        None => all,
    }
}

/// The same for work with stages: what is going on matters more than how fast.
fn stage_message(stage: &str, done: u64, total: u64, per_second: Option<f64>) -> String {
    match per_second {
        Some(rate) => {
            let left = total.saturating_sub(done) as f64 / rate;
            format!("{stage}, {} left", time(left))
        }
        None => stage.to_owned(),
    }
}

/// A number in three digits or so.
fn amount(number: f64) -> String {
    let names = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand")];
    // What would be rounded to 1000 of one name is 1 of the next.
    let named = names.iter().find(|(size, _)| number >= 0.9995 * size);
    match named {
        Some((size, name)) if number >= 9999.5 => format!("{} {name}", digits(number / size)),
        _ if number >= 99.5 || number.fract() == 0.0 => format!("{number:.0}"),
        _ => digits(number),
    }
}

fn digits(number: f64) -> String {
    match number {
        _ if number < 9.995 => format!("{number:.2}"),
        _ if number < 99.95 => format!("{number:.1}"),
        _ => format!("{number:.0}"),
    }
}

/// Seconds, in the two largest units.
fn time(seconds: f64) -> String {
    let seconds = seconds.ceil() as u64;
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds} s"),
        (0, 0, _) => format!("{minutes} min {} s", seconds % 60),
        (0, _, _) => format!("{hours} h {} min", minutes % 60),
        _ => format!("{days} d {} h", hours % 24),
    }
}

/// Lets Ctrl-C and termination end a run in good order; the second time at once.
pub fn stop_on_signal(progress: &Arc<Progress>) {
    let progress = Arc::clone(progress);
    // A handler can be set once in a process; a second run in it keeps the first.
    let _ = ctrlc::set_handler(move || {
        if progress.stop.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(crate::cli::INTERRUPTED));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_three_digits_and_a_name() {
        let told = [0.0, 0.25, 12.34, 512.3, 9_512.0, 12_345.0, 99_960.0, 999_600.0, 2.6e9, 1e13]
            .map(amount);
        let expected = [
            "0",
            "0.25",
            "12.3",
            "512",
            "9512",
            "12.3 thousand",
            "100 thousand",
            "1.00 million",
            "2.60 billion",
            "10.0 trillion",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn time_left_is_told_in_two_units_and_never_too_short() {
        let told = [0.2, 59.0, 59.1, 61.0, 3_600.0, 7_260.0, 90_000.0].map(time);
        let expected =
            ["1 s", "59 s", "1 min 0 s", "1 min 1 s", "1 h 0 min", "2 h 1 min", "1 d 1 h"];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_hundred_per_cent_means_all() {
        let told = [(0, 0), (0, 7), (999, 1000), (1000, 1000)].map(|(a, b)| percent(a, b));
        assert_eq!(told, ["0 %", "0 %", "99 %", "100 %"]);
        assert_eq!(percent(u64::MAX, u64::MAX), "100 %");
    }

    #[test]
    fn a_run_gone_on_with_tells_all_that_is_done_and_its_own_rate() {
        let mut pace = Pace::default();
        pace.note(0.1, 0);
        assert_eq!(pace.per_second(), None);
        pace.note(2.0, 500);
        assert_eq!(
            message(1_000_500, 1_001_000, "evaluations", pace.per_second()),
            "of 1.00 million evaluations, 250 a second, 2 s left"
        );
    }

    #[test]
    fn the_rate_is_that_of_late_and_not_of_the_beginning() {
        let mut pace = Pace::default();
        for tenth in 1..=300u64 {
            let seconds = tenth as f64 / 10.0;
            // 1000 a second for 15 seconds, then 100.
            let done = (1_000.0 * seconds.min(15.0) + 100.0 * (seconds - 15.0).max(0.0)) as u64;
            pace.note(seconds, done);
        }
        let rate = pace.per_second().unwrap();
        assert!((95.0..105.0).contains(&rate), "{rate}");
    }

    #[test]
    fn work_in_large_pieces_has_a_rate_between_them() {
        let mut pace = Pace::default();
        // A piece of 600 every minute.
        for second in 1..=230u64 {
            pace.note(second as f64, second / 60 * 600);
        }
        let rate = pace.per_second().unwrap();
        assert!((7.0..14.0).contains(&rate), "{rate}");
    }

    #[test]
    fn samples_do_not_pile_up() {
        let mut pace = Pace::default();
        for tenth in 0..200_000u64 {
            pace.note(tenth as f64 / 10.0, tenth);
        }
        assert!(pace.samples.len() < 300, "{}", pace.samples.len());
    }
}
