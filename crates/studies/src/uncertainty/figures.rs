//! Figures of an uncertain decision.

use crate::uncertainty::rows::{BoxRow, PlaneRow};
use crate::way::Way;
use homeground_core::evidence;
use homeground_figures::axis::Scale;
use homeground_figures::fonts;
use homeground_figures::labels;
use homeground_figures::scene::{Anchor, Dash, Shape, WIDTH};
use homeground_figures::style::{self, ArmStyle, Colour, INK, WHITE};
use homeground_report::figures::page::{self, MARGIN, Page, Sign};
use homeground_report::language::Language;
use homeground_report::results::Estimate;

use crate::pages::{names, outcome_words as telling, values};
use crate::uncertainty::page::{Uncertain, with_error};
use crate::uncertainty::words;
use homeground_report::answer_page::Figure;
use homeground_report::charts::chart::{LineChart, Series};
use homeground_report::charts::row_chart::{Dot, RowChart, RowPanel};

/// Points of an arm in the plane at most; more hide each other.
const MOST_POINTS: usize = 400;
/// Fill of values.
const BAR: Colour = Colour(0, 114, 178);

fn pick(language: Language, english: &str, norwegian: &str) -> String {
    language.pick(english, norwegian).to_owned()
}

/// Probability of being best, by outcome alone and by net benefit.
pub fn best(uncertain: &Uncertain<'_>, language: Language) -> Option<Figure> {
    let arms = &uncertain.results.note.arms;
    let mut panels = Vec::new();
    for rows in uncertain
        .best
        .chunk_by(|one, other| one.decide_by == other.decide_by)
    {
        panels.push(RowPanel {
            heading: words::decided_by(&rows[0], language),
            dots: arms
                .iter()
                .map(|arm| {
                    let row = rows.iter().find(|row| row.arm == *arm);
                    row.map(|row| Dot {
                        estimate: with_error(row.probability, row.mc_se, (0.0, 1.0)),
                        style: uncertain.results.style(arm),
                        filled: row.favourite,
                    })
                    .into_iter()
                    .collect()
                })
                .collect(),
        });
    }
    let key = [
        (
            Sign::Dot(INK, true),
            pick(language, "chosen on average", "valgt i gjennomsnitt"),
        ),
        (
            Sign::Dot(INK, false),
            pick(language, "not chosen", "ikke valgt"),
        ),
    ];
    let scene = RowChart {
        title: language.pick(
            "How often is each arm the best?",
            "Hvor ofte er hvert alternativ best?",
        ),
        subtitle: language.pick(
            "Share of parameter draws in which the arm is best. Lines: 95% intervals.",
            "Andel av parametertrekningene der alternativet er best. Streker: 95 %-intervaller.",
        ),
        rows: arms,
        rules: &[],
        panels: &panels,
        shared: true,
        write: &|value, _| language.percent_whole(value),
        key: &key,
        from_zero: true,
        note: "",
    }
    .draw(language)?;
    Some(Figure {
        name: "uncertainty_best".to_owned(),
        scene,
        takeaway: String::new(),
        reading: pick(
            language,
            "The farther to the right, the more often the arm is best. Shares of all arms add to 100%.",
            "Jo lenger til høyre, jo oftere er alternativet best. Andelene for alle alternativer summerer til 100 %.",
        ),
    })
}

/// Effects and costs against the reference, a point a draw.
pub fn plane(uncertain: &Uncertain<'_>, language: Language) -> Option<Figure> {
    const HEIGHT: f64 = 330.0;
    let rows: Vec<&PlaneRow> = uncertain.plane.iter().collect();
    let outcome = uncertain.results.note.outcome.as_str();
    let factor = telling::difference_factor(outcome, true);
    let reference = &uncertain.results.manifest.reference;
    let ends = |values: &dyn Fn(&PlaneRow) -> f64| {
        rows.iter().fold((0.0f64, 0.0f64), |(low, high), row| {
            (low.min(values(row)), high.max(values(row)))
        })
    };
    let across = ends(&|row| row.effect_without_noise * factor);
    let up = ends(&|row| row.cost_without_noise / 1000.0);
    if rows.is_empty() || across.0 == across.1 || up.0 == up.1 {
        return None;
    }
    let title = match language {
        Language::English => format!("What does each arm bring and cost beside {reference}?"),
        Language::Norwegian => {
            format!("Hva gir og koster hvert alternativ ved siden av {reference}?")
        }
    };
    let subtitle = language.pick(
        "Each dot is a parameter draw; the large dot is the mean. Up: more cost per family, 1000 NOK.",
        "Hvert punkt er en parametertrekning; det store punktet er gjennomsnittet. Oppover: mer kostnad per familie, 1000 kr.",
    );
    let mut page = Page::new(&title, subtitle, language);
    let arms: Vec<&String> = uncertain
        .results
        .note
        .arms
        .iter()
        .filter(|arm| *arm != reference)
        .collect();
    let key: Vec<(Sign, &str)> = arms
        .iter()
        .map(|arm| {
            (
                Sign::Dot(uncertain.results.style(arm).colour, true),
                arm.as_str(),
            )
        })
        .collect();
    page.key(&key);
    page.y += 6.0;
    let (top, bottom) = (page.y, page.y + HEIGHT);
    let signed = |value: f64, decimals: usize| telling::signed(value, decimals, language);
    let (upright, up_ticks) = page::fitted_axis(up, (top, bottom), 6, signed);
    let upright = Scale {
        places: (bottom, top),
        ..upright
    };
    let widest = up_ticks
        .iter()
        .map(|(_, word)| fonts::width(word, style::SMALL.0, style::SMALL.1))
        .fold(0.0, f64::max);
    let (left, right) = (MARGIN + widest + 8.0, WIDTH - MARGIN);
    for (value, word) in &up_ticks {
        let y = upright.at(*value);
        let zero = value.abs() < 1e-12;
        let (colour, width) = if zero { (INK, 1.0) } else { (style::GRID, 0.8) };
        page.scene.segment((left, y), (right, y), colour, width);
        page.scene.text(
            word.as_str(),
            (left - 6.0, y + 4.0),
            Anchor::End,
            style::SMALL,
        );
    }
    let (sideways, labelled) = page::fitted_axis(across, (left, right), 7, signed);
    page::upright_grid(&mut page, &sideways, &labelled, (top, bottom));
    let zero = sideways.at(0.0);
    page.scene.segment((zero, top), (zero, bottom), INK, 1.0);
    if let Some(worth) = uncertain.facts.willingness {
        willingness_line(&mut page, (&sideways, &upright), worth / 1000.0 / factor);
    }
    for arm in &arms {
        let own: Vec<&&PlaneRow> = rows.iter().filter(|row| row.arm == **arm).collect();
        let step = own.len().div_ceil(MOST_POINTS).max(1);
        let colour = uncertain.results.style(arm).colour;
        let place = |row: &PlaneRow| {
            (
                sideways.at(row.effect_without_noise * factor),
                upright.at(row.cost_without_noise / 1000.0),
            )
        };
        for row in own.iter().step_by(step) {
            page.scene.dot(
                place(row),
                Shape::Circle,
                1.6,
                colour.mix(WHITE, 0.35),
                true,
            );
        }
    }
    for arm in &arms {
        let own: Vec<&&PlaneRow> = rows.iter().filter(|row| row.arm == **arm).collect();
        let mean = |values: &dyn Fn(&PlaneRow) -> f64| {
            own.iter().map(|row| values(row)).sum::<f64>() / own.len().max(1) as f64
        };
        let at = (
            sideways.at(mean(&|row| row.effect_without_noise * factor)),
            upright.at(mean(&|row| row.cost_without_noise / 1000.0)),
        );
        page.scene.dot(at, Shape::Circle, 7.0, WHITE, true);
        page.scene.dot(
            at,
            Shape::Circle,
            5.4,
            uncertain.results.style(arm).colour,
            true,
        );
    }
    page.y = bottom + 20.0;
    let name = effect_name(uncertain, language);
    page.y += page::axis_name(&mut page, &name, (left, right), bottom + 18.0);
    Some(Figure {
        name: "uncertainty_plane".to_owned(),
        scene: page.finish(),
        takeaway: String::new(),
        reading: match language {
            Language::English => format!(
                "To the right is better, down is cheaper than {reference}. Dots below the dashed line have the higher net benefit at the willingness to pay that is decided by. Chance of the simulation has been taken out."
            ),
            Language::Norwegian => format!(
                "Mot høyre er bedre, nedover er billigere enn {reference}. Punkter under den stiplede linjen har høyest netto nytte ved den betalingsviljen det avgjøres etter. Simuleringens tilfeldighet er tatt ut."
            ),
        },
    })
}

fn effect_name(uncertain: &Uncertain<'_>, language: Language) -> String {
    let outcome = telling::outcome(uncertain.results, language);
    let unit = telling::unit_of(&uncertain.results.note.outcome, true, language);
    let word = match (uncertain.facts.less_is_better, language) {
        (true, Language::English) => format!("reduction in {outcome}, {unit} →"),
        (true, Language::Norwegian) => format!("mindre {outcome}, {unit} →"),
        (false, Language::English) => format!("more {outcome}, {unit} →"),
        (false, Language::Norwegian) => format!("mer {outcome}, {unit} →"),
    };
    word.replace(", →", " →")
}

/// The line on which worth and cost are equal, cut to the panel.
fn willingness_line(page: &mut Page, (across, up): (&Scale, &Scale), slope: f64) {
    let ((low, high), (bottom, top)) = (across.values, up.values);
    let mut ends: Vec<(f64, f64)> = [(low, low * slope), (high, high * slope)]
        .into_iter()
        .filter(|(_, y)| (bottom..=top).contains(y))
        .collect();
    if slope != 0.0 {
        let crossings = [(bottom / slope, bottom), (top / slope, top)];
        ends.extend(
            crossings
                .into_iter()
                .filter(|(x, _)| (low..=high).contains(x)),
        );
    }
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    if let (Some(first), Some(last)) = (ends.first(), ends.last()) {
        let place = |(x, y): (f64, f64)| (across.at(x), up.at(y));
        page.scene
            .line(vec![place(*first), place(*last)], INK, 1.4, Dash::Dashed);
    }
}

/// Probability of the highest net benefit over the willingness to pay.
pub fn acceptability(uncertain: &Uncertain<'_>, language: Language) -> Option<Figure> {
    let series: Vec<Series> = uncertain
        .results
        .note
        .arms
        .iter()
        .map(|arm| Series {
            name: arm.clone(),
            style: uncertain.results.style(arm),
            points: uncertain
                .curves
                .iter()
                .filter(|row| row.arm == *arm)
                .map(|row| {
                    let probability = with_error(row.probability, row.mc_se, (0.0, 1.0));
                    (row.willingness_to_pay / 1000.0, probability)
                })
                .collect(),
        })
        .collect();
    let subtitle = match language {
        Language::English => format!(
            "By what {} is worth. The curves add to 100%.",
            words::unit(uncertain, language)
        ),
        Language::Norwegian => format!(
            "Etter hva {} er verdt. Kurvene summerer til 100 %.",
            words::unit(uncertain, language)
        ),
    };
    let scene = LineChart {
        title: language.pick(
            "How likely is each arm to have the highest net benefit?",
            "Hvor sannsynlig er det at hvert alternativ har høyest netto nytte?",
        ),
        subtitle: &subtitle,
        across: language.pick("willingness to pay, 1000 NOK", "betalingsvilje, 1000 kr"),
        up: language.pick("probability", "sannsynlighet"),
        series: &series,
        from_zero: true,
        write: &|value, _| language.percent_whole(value),
        dots: false,
        ticks: None,
        note: "",
    }
    .draw(language)?;
    Some(Figure {
        name: "uncertainty_acceptability".to_owned(),
        scene,
        takeaway: String::new(),
        reading: pick(
            language,
            "Follow a curve from left to right: how its probability changes when the outcome is worth more. Bands are 95% intervals.",
            "Følg en kurve fra venstre mot høyre: slik endres sannsynligheten når utfallet er verdt mer. Båndene er 95 %-intervaller.",
        ),
    })
}

/// Value of perfect information over the willingness to pay.
pub fn information_curve(uncertain: &Uncertain<'_>, language: Language) -> Option<Figure> {
    let style = ArmStyle {
        colour: INK,
        ..ArmStyle::of(0)
    };
    let points: Vec<(f64, Estimate)> = uncertain
        .curves
        .iter()
        .filter(|row| row.favourite)
        .map(|row| {
            let value = with_error(row.information, row.information_se, (0.0, f64::INFINITY));
            (row.willingness_to_pay / 1000.0, value)
        })
        .collect();
    let name = pick(language, "everything known", "alt kjent");
    let series = [Series {
        name,
        style,
        points,
    }];
    let scene = LineChart {
        title: language.pick(
            "What would it be worth to know everything?",
            "Hva ville det være verdt å vite alt?",
        ),
        subtitle: language.pick(
            "Expected value of perfect information, NOK per family.",
            "Forventet verdi av perfekt informasjon, kr per familie.",
        ),
        across: language.pick("willingness to pay, 1000 NOK", "betalingsvilje, 1000 kr"),
        up: language.pick("NOK per family", "kr per familie"),
        series: &series,
        from_zero: true,
        write: &|value, decimals| language.decimal(value, decimals),
        dots: false,
        ticks: None,
        note: "",
    }
    .draw(language)?;
    Some(Figure {
        name: "uncertainty_information_curve".to_owned(),
        scene,
        takeaway: String::new(),
        reading: pick(
            language,
            "It is highest where the choice is most open.",
            "Den er høyest der valget er mest åpent.",
        ),
    })
}

/// What knowing each group would be worth.
pub fn information(uncertain: &Uncertain<'_>, language: Language) -> Option<Figure> {
    const ROW: f64 = 25.0;
    let total = uncertain.total()?;
    let groups = uncertain.information_of("group");
    let rows: Vec<_> = std::iter::once(total).chain(groups).collect();
    let in_money = uncertain.facts.by_net_benefit;
    let outcome = uncertain.results.note.outcome.as_str();
    let factor = if in_money {
        1.0
    } else {
        telling::difference_factor(outcome, true)
    };
    let estimate =
        |value: f64, error: f64| with_error(value, error, (0.0, f64::INFINITY)).times(factor);
    let highest = rows
        .iter()
        .map(|row| estimate(row.value, row.mc_se).upper())
        .fold(0.0, f64::max);
    if highest <= 0.0 {
        return None;
    }
    let unit = if in_money {
        language.pick("NOK per family", "kr per familie")
    } else {
        telling::unit_of(outcome, true, language)
    };
    let title = language.pick(
        "Which research would pay?",
        "Hvilken forskning ville lønne seg?",
    );
    let subtitle = match language {
        Language::English => {
            format!("Expected value of knowing each group of parameters before choosing, {unit}.")
        }
        Language::Norwegian => {
            format!("Forventet verdi av å kjenne hver gruppe parametere før valget, {unit}.")
        }
    };
    let mut page = Page::new(title, &subtitle, language);
    page.key(&[
        (
            Sign::Patch(BAR),
            language.pick("told from chance", "skilt fra tilfeldighet"),
        ),
        (
            Sign::Patch(BAR.mix(WHITE, 0.72)),
            language.pick("not told from chance", "ikke skilt fra tilfeldighet"),
        ),
        (
            Sign::Line(INK),
            language.pick("95% interval", "95 %-intervall"),
        ),
        (
            Sign::Tick(style::EXITS[2]),
            language.pick("by chance alone", "av tilfeldighet alene"),
        ),
    ]);
    page.y += 2.0;
    let (size, weight, _) = style::LABEL;
    let name = |key: &str| match key {
        "all" => pick(language, "everything", "alt"),
        key => words::group(key, language),
    };
    let widest = rows
        .iter()
        .map(|row| fonts::width(&name(&row.key), size, weight) + 2.0)
        .fold(0.0, f64::max)
        .min(230.0);
    let (top, left) = (page.y, MARGIN + widest + 14.0);
    let write = |value: f64, decimals: usize| language.decimal(value, decimals);
    let (scale, labelled) = page::fitted_axis((0.0, highest), (left, WIDTH - MARGIN), 5, write);
    let bottom = top + ROW * rows.len() as f64 + 6.0;
    for (index, _) in rows.iter().enumerate().step_by(2) {
        let y = top + ROW * index as f64 + if index > 0 { 6.0 } else { 0.0 };
        page.scene.rectangle(
            (MARGIN - 4.0, y),
            (WIDTH - MARGIN + 4.0, y + ROW),
            style::STRIPE,
        );
    }
    page::upright_grid(&mut page, &scale, &labelled, (top, bottom));
    for (index, row) in rows.iter().enumerate() {
        // The total stands a little apart.
        let middle = top + ROW * (index as f64 + 0.5) + if index > 0 { 6.0 } else { 0.0 };
        let lines = labels::wrap_at_most(&name(&row.key), 1, widest, size, weight);
        page.scene.lines(
            &lines,
            (MARGIN, middle + 4.2),
            Anchor::Start,
            style::LABEL,
            14.0,
        );
        let value = estimate(row.value, row.mc_se);
        let colour = if row.above_chance {
            BAR
        } else {
            BAR.mix(WHITE, 0.72)
        };
        page.scene.rectangle(
            (scale.at(0.0), middle - 7.0),
            (scale.at(value.value), middle + 7.0),
            colour,
        );
        page::whisker(&mut page, &scale, value.interval, middle, INK);
        if let Some(chance) = row.by_chance {
            let x = scale.at_inside(chance * factor);
            page.scene
                .segment((x, middle - 9.0), (x, middle + 9.0), style::EXITS[2], 2.0);
        }
    }
    page.y = bottom + 24.0;
    Some(Figure {
        name: "uncertainty_information".to_owned(),
        scene: page.finish(),
        takeaway: String::new(),
        reading: pick(
            language,
            "The longer the bar, the more it would be worth to know that group. Bars that do not reach beyond the upright stroke could be chance. Groups need not add to the total.",
            "Jo lengre stolpe, jo mer ville det være verdt å kjenne gruppen. Stolper som ikke når forbi den loddrette streken, kan være tilfeldige. Gruppene trenger ikke summere til totalen.",
        ),
    })
}

/// What each choice loses.
pub fn regret(uncertain: &Uncertain<'_>, language: Language) -> Option<Figure> {
    let arms: Vec<String> = uncertain.regret.iter().map(|row| row.arm.clone()).collect();
    let in_money = uncertain.facts.by_net_benefit;
    let outcome = uncertain.results.note.outcome.as_str();
    let factor = if in_money {
        0.001
    } else {
        telling::difference_factor(outcome, true)
    };
    let dot = |arm: &str, estimate: Estimate, filled: bool| {
        vec![Dot {
            estimate: estimate.times(factor),
            style: uncertain.results.style(arm),
            filled,
        }]
    };
    let alone = |value: f64| Estimate {
        value,
        interval: None,
    };
    let panel = |heading: String,
                 take: &dyn Fn(&crate::uncertainty::rows::RegretRow) -> Estimate| {
        RowPanel {
            heading,
            dots: uncertain
                .regret
                .iter()
                .map(|row| dot(&row.arm, take(row), row.favourite))
                .collect(),
        }
    };
    let panels = [
        panel(pick(language, "On average", "I gjennomsnitt"), &|row| {
            with_error(row.mean, row.mc_se, (0.0, f64::INFINITY))
        }),
        panel(
            pick(
                language,
                "One draw in twenty loses more than",
                "Én av tjue trekninger taper mer enn",
            ),
            &|row| alone(row.percentile_95),
        ),
        panel(pick(language, "At worst", "På det verste"), &|row| {
            alone(row.worst)
        }),
    ];
    let unit = if in_money {
        language.pick("1000 NOK per family", "1000 kr per familie")
    } else {
        telling::unit_of(outcome, true, language)
    };
    let subtitle = match language {
        Language::English => {
            format!("What choosing an arm loses against the best arm of each draw, {unit}.")
        }
        Language::Norwegian => {
            format!("Hva valget av et alternativ taper mot det beste i hver trekning, {unit}.")
        }
    };
    let key = [
        (
            Sign::Dot(INK, true),
            pick(language, "chosen on average", "valgt i gjennomsnitt"),
        ),
        (
            Sign::Dot(INK, false),
            pick(language, "not chosen", "ikke valgt"),
        ),
    ];
    let scene = RowChart {
        title: language.pick(
            "What is lost when the choice is wrong?",
            "Hva tapes når valget er feil?",
        ),
        subtitle: &subtitle,
        rows: &arms,
        rules: &[],
        panels: &panels,
        shared: false,
        write: &|value, decimals| language.decimal(value, decimals),
        key: &key,
        from_zero: true,
        note: "",
    }
    .draw(language)?;
    Some(Figure {
        name: "uncertainty_regret".to_owned(),
        scene,
        takeaway: String::new(),
        reading: pick(
            language,
            "The farther to the left, the less is lost. Each panel has a scale of its own.",
            "Jo lenger til venstre, jo mindre tapes. Hver rute har sin egen skala.",
        ),
    })
}

/// Boxes in which the favourite often fails.
pub fn boxes(uncertain: &Uncertain<'_>, language: Language) -> Option<Figure> {
    const ROW: f64 = 26.0;
    if uncertain.boxes.is_empty() {
        return None;
    }
    let favourite = &uncertain.facts.favourite;
    let title = match language {
        Language::English => format!("Where is {favourite} often not the best?"),
        Language::Norwegian => format!("Hvor er {favourite} ofte ikke best?"),
    };
    let subtitle = language.pick(
        "Each bar is the range of a parameter; the dark part lies inside the box.",
        "Hver stolpe er spennet til en parameter; den mørke delen ligger i boksen.",
    );
    let mut page = Page::new(&title, subtitle, language);
    let dark = style::EXITS[2];
    let (size, weight, _) = style::LABEL;
    let widest = uncertain
        .boxes
        .iter()
        .map(|row| fonts::width(&row.parameter, size, weight) + 2.0)
        .fold(0.0, f64::max)
        .min(200.0);
    let bar = (MARGIN + widest + 70.0, WIDTH - MARGIN - 70.0);
    for rows in uncertain
        .boxes
        .chunk_by(|one, other| one.number == other.number)
    {
        let head = &rows[0];
        let heading = match language {
            Language::English => format!(
                "Box {}: not the best in {} of draws inside; holds {} of all failures",
                head.number,
                language.percent_whole(head.density),
                language.percent_whole(head.coverage)
            ),
            Language::Norwegian => format!(
                "Boks {}: ikke best i {} av trekningene innenfor; rommer {} av all svikt",
                head.number,
                language.percent_whole(head.density),
                language.percent_whole(head.coverage)
            ),
        };
        page.y += 8.0;
        page.scene.text(
            heading,
            (MARGIN, page.y + 12.0),
            Anchor::Start,
            style::PANEL,
        );
        page.y += 20.0;
        for row in rows {
            one_limit(&mut page, row, (widest, bar), dark, language);
            page.y += ROW;
        }
    }
    Some(Figure {
        name: "uncertainty_boxes".to_owned(),
        scene: page.finish(),
        takeaway: String::new(),
        reading: pick(
            language,
            "A draw lies in a box when all its parameters lie in the dark parts. Numbers beside the bars are the ends of the ranges, those below them the limits of the box.",
            "En trekning ligger i en boks når alle parameterne ligger i de mørke delene. Tallene ved stolpene er endene av spennene, de under er grensene for boksen.",
        ),
    })
}

fn one_limit(
    page: &mut Page,
    row: &BoxRow,
    (widest, bar): (f64, (f64, f64)),
    dark: Colour,
    language: Language,
) {
    let middle = page.y + 9.0;
    let baseline = middle + 4.2;
    let (size, weight, _) = style::LABEL;
    let name = names::short_field(&row.parameter, language);
    let lines = labels::wrap_at_most(&name, 1, widest, size, weight);
    page.scene.lines(
        &lines,
        (MARGIN, baseline),
        Anchor::Start,
        style::LABEL,
        14.0,
    );
    let parameter = evidence::find(evidence::parameters(), &row.parameter);
    let Some(way) = parameter.map(Way::of_prior) else {
        return;
    };
    let at = |value: f64| bar.0 + way.share(value).clamp(0.0, 1.0) * (bar.1 - bar.0);
    page.scene
        .rectangle((bar.0, middle - 5.0), (bar.1, middle + 5.0), style::GRID);
    let (from, to) = (row.low.unwrap_or(way.low), row.high.unwrap_or(way.high));
    page.scene
        .rectangle((at(from), middle - 5.0), (at(to), middle + 5.0), dark);
    let write = |value: f64| values::value(value, language);
    page.scene.text(
        write(way.low),
        (bar.0 - 6.0, baseline),
        Anchor::End,
        style::SMALL,
    );
    page.scene.text(
        write(way.high),
        (bar.1 + 6.0, baseline),
        Anchor::Start,
        style::SMALL,
    );
    let kind = (10.5, weight, INK);
    for (edge, anchor) in [(row.low, Anchor::End), (row.high, Anchor::Start)] {
        if let Some(value) = edge {
            let shift = if anchor == Anchor::End { -4.0 } else { 4.0 };
            page.scene.text(
                write(value),
                (at(value) + shift, middle + 3.8),
                anchor,
                kind,
            );
        }
    }
}
