//! The report: one page that holds everything it needs.

use askama::Template;

use homeground_core::outcomes::manifest::Manifest;
use homeground_core::scenario::POSTERIOR_FILE;
use homeground_figures::chart::Chart;
use homeground_figures::number::{Number, date, plain, quantity, whole};
use homeground_figures::text::{Teller, Text};
use homeground_figures::{fonts, key, message, svg};

use crate::assumptions::{self, ArmPage};
use crate::model_tables;
use crate::page_tables::{self, PageTable};
use crate::readings;
use crate::results::Results;
use crate::sentences::{self, Answer};
use crate::takeaways;
use crate::translated;
use crate::words::Words;

/// Name of a figure with the figure, or none where there is nothing to draw.
pub type Drawn = (&'static str, Option<Box<dyn Chart>>);

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage<'page> {
    words: &'page Words,
    version: &'page str,
    font_faces: &'static str,
    style: &'static str,
    title: String,
    question: String,
    facts: Text,
    reading: Text,
    several_arms: bool,
    answers: Vec<(Text, Answer)>,
    uncertainty: Text,
    warnings: &'page [String],
    main_results: PageTable,
    figures: Vec<FigurePage>,
    contrasts: PageTable,
    subgroups: PageTable,
    grades: PageTable,
    changed: PageTable,
    draws: bool,
    population: PageTable,
    arms: Vec<ArmPage>,
    parameters: PageTable,
    other_tables: Vec<PageTable>,
    again: Vec<(Text, Text)>,
}

struct FigurePage {
    key: &'static str,
    title: String,
    svg: String,
    takeaway: Text,
    reading: Text,
}

/// The whole page as HTML, in a language.
///
/// # Errors
/// In words, when the page cannot be put together.
pub fn page(results: &Results, figures: &[Drawn], words: &Words) -> Result<String, String> {
    let manifest = &results.manifest;
    let answers = [
        (message!("run-on-placement"), sentences::placement(results)),
        (message!("run-on-completion"), sentences::completion(results)),
    ];
    let figure = |(key, chart): &Drawn| {
        let scene = chart.as_ref().map(|chart| chart.draw(words));
        let svg = scene.as_ref().map(|scene| svg::inline(scene, &format!("svg-{key}")));
        FigurePage {
            key,
            title: scene.map(|scene| scene.title).unwrap_or_default(),
            svg: svg.unwrap_or_default(),
            takeaway: takeaways::takeaway(key, results),
            reading: key!("run-read-{key}").or("").into(),
        }
    };
    ReportPage {
        words,
        version: &manifest.version,
        font_faces: fonts::font_faces(),
        style: include_str!("templates/style.css"),
        title: words.tell(&translated::title(manifest, &results.scenario)),
        question: words.tell(&translated::question(manifest, &results.scenario)),
        facts: facts(results),
        reading: readings::of_results(manifest),
        several_arms: results.arm_count() > 1,
        answers: answers
            .into_iter()
            .filter_map(|(heading, answer)| Some((heading, answer?)))
            .collect(),
        uncertainty: sentences::uncertainty(results),
        warnings: &manifest.warnings,
        main_results: page_tables::main_results(results),
        figures: figures.iter().map(figure).collect(),
        contrasts: page_tables::contrasts(results),
        subgroups: page_tables::subgroups(results),
        grades: model_tables::grades(),
        changed: assumptions::changed(results),
        draws: manifest.draws.is_some_and(|draws| draws > 1),
        population: assumptions::population(results),
        arms: assumptions::arms(results),
        parameters: assumptions::parameters(results),
        other_tables: model_tables::other_tables(results),
        again: again(manifest),
    }
    .render()
    .map_err(|error| error.to_string())
}

/// One line on what was run.
fn facts(results: &Results) -> Text {
    let manifest = &results.manifest;
    let draws = manifest.draws.filter(|&draws| draws > 1);
    let parts = [
        Some(message!(
            "run-facts",
            arms = results.arm_count(),
            replicates = whole(manifest.replicates),
            families = whole(manifest.families),
            weeks = plain(manifest.horizon_weeks.into()),
        )),
        draws.map(|draws| message!("run-facts-draws", draws = whole(draws))),
        manifest.started.as_ref().map(|started| date(started).into()),
        Some(format!("homeground {}", manifest.version).into()),
    ];
    Text::joined(" · ", parts.into_iter().flatten())
}

/// What is needed to run it again: names with their values.
pub fn again(manifest: &Manifest) -> Vec<(Text, Text)> {
    let model_version = manifest.model_version.to_string();
    let command = manifest.command.as_deref().unwrap_or("–");
    let versions = message!(
        "page-program-and-model",
        version = &manifest.version,
        model = model_version.trim_matches('"'),
    );
    let mut entries = vec![
        (message!("page-command"), command.into()),
        (message!("page-seed"), plain(manifest.seed).into()),
        (message!("page-versions"), versions),
        (message!("page-size"), size(manifest)),
    ];
    if let Some(started) = &manifest.started {
        entries.push((message!("page-started"), started.into()));
    }
    let hashes = &manifest.hashes;
    let programmes = hashes.programmes.iter();
    let named = [
        ("scenario", &hashes.scenario),
        ("parameters", &hashes.parameters),
        (POSTERIOR_FILE, &hashes.posterior),
    ];
    entries.extend(
        named
            .into_iter()
            .chain(programmes.map(|(key, hash)| (key.as_str(), hash)))
            .filter(|(_, hash)| !hash.is_empty())
            .map(|(name, hash)| (message!("page-hash-of", name), hash.into())),
    );
    entries
}

fn size(manifest: &Manifest) -> Text {
    let or_dash = |number: Option<Number>| number.map_or_else(|| "–".into(), Text::from);
    let families = or_dash(manifest.families_simulated.map(whole));
    let seconds = or_dash(manifest.seconds.map(quantity));
    let parts = manifest.processes.len();
    if parts > 1 {
        return message!("page-size-parts", families, seconds, parts);
    }
    let threads = or_dash(manifest.threads.map(plain));
    message!("page-size-threads", families, seconds, threads)
}
