//! The manifest of a run, as far as it is known before the run begins.

use homeground_core::engine::share::Share;
use homeground_core::outcomes::manifest::{Manifest, ManifestProcess, remarks};
use homeground_store::checkpoint::ProcessRecord;

use crate::cli::load::Loaded;

/// What is known of a run before it begins.
pub fn manifest(loaded: &Loaded) -> Manifest {
    Manifest {
        command: Some(command_line()),
        warnings: warnings(loaded),
        ..Manifest::of_run(&loaded.scenario)
    }
}

/// The manifest with the processes that worked on the run, and of which shard each.
pub fn of_processes(whole: Manifest, parts: &[(Option<Share>, Vec<ProcessRecord>)]) -> Manifest {
    let mut processes: Vec<ManifestProcess> = parts
        .iter()
        .flat_map(|(share, processes)| {
            processes.iter().map(|process| ManifestProcess {
                shard: share.map(|share| share.to_string()),
                started: process.started.clone(),
                seconds: process.seconds,
                threads: process.threads,
            })
        })
        .collect();
    let threads = processes.first().map(|first| first.threads);
    Manifest {
        // Times are in one form and in one zone, so their texts are in their order.
        started: processes.iter().map(|process| process.started.clone()).min(),
        seconds: Some(processes.iter().map(|process| process.seconds).sum()),
        threads: threads.filter(|_| processes.len() == 1),
        // A single process in one piece is what one expects.
        processes: match processes.len() {
            0 | 1 => Vec::new(),
            _ => std::mem::take(&mut processes),
        },
        ..whole
    }
}

/// What a reader of the results should know.
fn warnings(loaded: &Loaded) -> Vec<String> {
    let of_the_files = loaded.warnings.iter().map(|warning| warning.message.clone());
    of_the_files.chain(remarks(&loaded.scenario)).collect()
}

/// The command line as it could be typed again.
pub fn command_line() -> String {
    let plain = |word: &str| {
        !word.is_empty()
            && word.chars().all(|letter| letter.is_alphanumeric() || "-_./=:,%+@".contains(letter))
    };
    let words = std::env::args_os().skip(1).map(|word| {
        let word = word.to_string_lossy().into_owned();
        if plain(&word) { word } else { format!("'{}'", word.replace('\'', "'\\''")) }
    });
    std::iter::once("homeground".to_owned()).chain(words).collect::<Vec<_>>().join(" ")
}
