//! From results to figures and page.

use homeground_core::evidence::{Outcome, Unit};
use homeground_figures::scene::{Mark, Scene};
use homeground_figures::text::{Teller, Text};
use homeground_report::figures::FIGURES;
use homeground_report::fixture::Fixture;
use homeground_report::results::Results;
use homeground_report::words::Words;
use homeground_report::words::testing::{locales, words};
use homeground_report::{html, names, readable, sentences, takeaways};

/// Results that figures must survive, with a name each.
fn fixtures() -> Vec<(&'static str, Fixture)> {
    let long = [
        "Intensive family preservation at home, weekly",
        "Intensive family preservation at home, twice weekly",
        "Intensive family preservation at home, twice weekly, with respite home and support contact",
        "Familievernkontor på helsestasjon (Tiltak 26)",
        "nothing",
        "Superlangtnavnutenmellomromsomikkekanbrytesnoensteds",
        "Residential parent–child stay of twelve weeks",
        "Home visits with implicit threat of a care order",
        "a",
        "Nurse-Family Partnership",
        "Digital guidance by video only",
    ];
    let many = (1..=24).map(|number| format!("design {number}, home visits every other week"));
    let five = Fixture::five;
    vec![
        ("five arms", five()),
        ("eleven long names", Fixture { arms: long.map(str::to_owned).to_vec(), ..five() }),
        ("many arms", Fixture { arms: many.collect(), ..five() }),
        ("one replicate", Fixture { half_width: None, ..five() }),
        (
            "draws and 30 weeks",
            Fixture { half_width: Some(0.02), draws: true, horizon: 30, ..five() },
        ),
        ("two weeks", Fixture { horizon: 2, ..five() }),
        ("one arm", Fixture { arms: vec!["home".to_owned()], reference: 0, ..five() }),
        ("no helper at all", Fixture { arms: vec!["nothing".to_owned()], reference: 0, ..five() }),
        (
            "reference without helper",
            Fixture { arms: ["home", "nothing"].map(str::to_owned).to_vec(), ..five() },
        ),
        ("nobody placed", Fixture { placed: 0.0, ..five() }),
        ("ten years", Fixture { horizon: 520, ..five() }),
        ("unclear", Fixture { half_width: Some(0.5), ..five() }),
    ]
}

/// All languages.
fn languages() -> impl Iterator<Item = &'static Words> {
    locales().codes().into_iter().map(words)
}

fn drawn(results: &Results) -> Vec<html::Drawn> {
    FIGURES.map(|(name, chart)| (name, chart(results))).into()
}

/// The figures that there are in a language, with their names.
fn scenes(results: &Results, words: &Words) -> Vec<(&'static str, Scene)> {
    let figures = drawn(results).into_iter();
    let figures = figures.filter_map(|(name, chart)| Some((name, chart?)));
    figures.map(|(name, chart)| (name, chart.draw(words))).collect()
}

#[test]
fn no_label_is_cut_off_or_overlaps_another() {
    for (name, fixture) in fixtures() {
        let results = fixture.results();
        for words in languages() {
            for (figure, scene) in scenes(&results, words) {
                assert!(scene.label_boxes().len() > 4, "{name}, {figure}: hardly a word");
                assert_eq!(
                    scene.label_problems(),
                    Vec::<String>::new(),
                    "{name}, {figure}, {words:?}"
                );
            }
        }
    }
}

#[test]
fn small_text_is_nine_points_in_print() {
    let scenes = scenes(&Fixture::five().results(), words("en"));
    assert_eq!(scenes.len(), FIGURES.len());
    for (figure, scene) in scenes {
        for mark in &scene.marks {
            if let Mark::Text(text) = mark {
                // The page of 640 is printed 17 cm wide: a unit is 0.753 pt.
                assert!(text.size * 0.753 >= 9.0, "{figure}: {:?} is too small", text.content);
            }
        }
    }
}

#[test]
fn the_page_needs_nothing_from_outside_and_says_what_it_must() {
    for (name, fixture) in fixtures() {
        let results = fixture.results();
        let drawn = drawn(&results);
        for words in languages() {
            let page = html::page(&results, &drawn, words).expect("a page");
            for word in [
                "{{",
                "{%",
                "{$",
                "src=",
                "href=\"http",
                "<script",
                "@import",
                "{week}",
                "{reference}",
                ">NaN",
                "NaN%",
            ] {
                assert!(!page.contains(word), "{name}: {word} on the page");
            }
            assert!(page.contains(&format!("<html lang=\"{}\">", words.code())));
            let caution = words.get("page-not-for-one-family");
            assert_eq!(page.matches(&caution).count(), 2);
            assert_eq!(
                page.matches("@font-face").count(),
                2,
                "the font stands there once in each weight"
            );
            assert!(
                page.contains("99.5") || page.contains("99,5"),
                "the changed parameter is told"
            );
        }
    }
}

#[test]
fn answers_name_the_arms_and_stay_within_the_intervals() {
    let results = Fixture::five().results();
    let told = |answer: Option<sentences::Answer>, code: &str| {
        let answer = answer.expect("an answer");
        let tell = |text: &Text| words(code).tell(text);
        let points: Vec<String> = answer
            .points
            .iter()
            .map(|point| format!("- {}: {}", tell(&point.arm), tell(&point.text)))
            .collect();
        let (lead, against) = (tell(&answer.lead), tell(&answer.against));
        format!("{lead}\n{against}\n{}", points.join("\n"))
    };
    insta::assert_snapshot!(told(sentences::placement(&results), "en"), @r"
    By week 104, the share of families with a child placed is lowest in home, 4.0% (3.9–4.1%), and highest in digital, 5.7% (5.6–5.8%).
    Compared with office, of 1000 families referred, by week 104:
    - home: 14 fewer have a child placed (95% interval: 13 to 15 fewer).
    - residential: 5.6 fewer have a child placed (95% interval: 4.6 to 6.6 fewer).
    - health clinic: 11 fewer have a child placed (95% interval: 10 to 12 fewer).
    - digital: 2.8 more have a child placed (95% interval: 1.8 to 3.8 more).
    ");
    insta::assert_snapshot!(told(sentences::completion(&results), "nb"), @r"
    Innen uke 104 er andelen som fullfører av familiene som begynte, lavest i home, 25,0 % (24,9–25,1 %), og høyest i residential, 61,0 % (60,9–61,1 %).
    Sammenlignet med office, av 1000 familier som begynner, innen uke 104:
    - home: 180 færre fullfører (95 %-intervall: 179 til 181 færre).
    - residential: 180 flere fullfører (95 %-intervall: 179 til 181 flere).
    - health clinic: 120 færre fullfører (95 %-intervall: 119 til 121 færre).
    - digital: 60 flere fullfører (95 %-intervall: 59 til 61 flere).
    ");

    let unclear = Fixture { half_width: Some(0.5), ..Fixture::five() };
    let answer = sentences::placement(&unclear.results()).expect("an answer");
    for point in answer.points {
        let text = words("en").tell(&point.text);
        assert!(text.starts_with("cannot be told apart"), "{text}");
    }
}

#[test]
fn every_figure_has_its_sentence() {
    let results = Fixture::five().results();
    let told = |code| {
        let takeaway = |figure| words(code).tell(&takeaways::takeaway(figure, &results));
        FIGURES.map(|(figure, _)| format!("{figure}: {}", takeaway(figure))).join("\n")
    };
    insta::assert_snapshot!(told("en"), @r"
    placement: Between home and digital lie 17 families per 1000 at week 104; in digital, half of the placements come by week 23.
    completion_and_placement: By the estimates, completion is highest in residential, but placement is lowest in home: the two outcomes do not rank the arms alike.
    contrasts: In placement, 4 of 4 arms can be told apart from office, and 4 of 4 in completion.
    exits: By week 104, completion is most common in residential (61%) and dropout is most common in home (56%). The most common outcome in office is “completed” (43%).
    alliance_trust: Among families engaged in week 12, mean alliance is strongest in digital (0.38) and weakest in home (0.30). Families with a weak alliance leave, so the mean also rises by who stays.
    dose: A family that starts attends from 8.0 visits (home) to 16.0 (digital). Of the planned visits, 58.0% are attended.
    cost: A family referred costs least in home (NOK 60,000) and most in digital (NOK 92,200). home also has the lowest placement.
    subgroups: In office, 2.7% of families with 0–1 risk factors have a child placed, against 7.0% with 4 or more risk factors.
    capacity_stress: Mean caregiving capacity in week 104 ranges from 0.550 (home) to 0.562 (digital), counting all families referred.
    ");
    insta::assert_snapshot!(told("nb"), @r"
    placement: Mellom home og digital skiller det 17 familier per 1000 i uke 104; i digital skjer halvparten av plasseringene innen uke 23.
    completion_and_placement: Etter estimatene er fullføringen høyest i residential, men plasseringen lavest i home: de to utfallene rangerer ikke alternativene likt.
    contrasts: I plassering kan 4 av 4 alternativer skilles fra office, og 4 av 4 i fullføring.
    exits: I uke 104: fullføring er vanligst i residential (61 %) og frafall er vanligst i home (56 %). Det vanligste i office er «fullført» (43 %).
    alliance_trust: Blant familier som er i tiltaket i uke 12, er alliansen i snitt sterkest i digital (0,38) og svakest i home (0,30). Familier med svak allianse slutter, så snittet stiger også fordi de med sterkest allianse blir igjen.
    dose: En familie som begynner, får gjennomført fra 8,0 besøk (home) til 16,0 (digital). Av de planlagte besøkene blir 58,0 % gjennomført.
    cost: En henvist familie koster minst i home (60 000 kr) og mest i digital (92 200 kr). home har også lavest plassering.
    subgroups: I office får 2,7 % av familiene med 0–1 risikofaktorer et barn plassert, mot 7,0 % med 4 eller flere risikofaktorer.
    capacity_stress: Omsorgsevnen i uke 104 ligger i snitt mellom 0,550 (home) og 0,562 (digital), regnet over alle henviste familier.
    ");
}

#[test]
fn the_page_of_a_run_reads_so() {
    let fixture = Fixture { draws: true, ..Fixture::five() };
    let results = fixture.results();
    let drawn = drawn(&results);
    for words in languages() {
        let page = html::page(&results, &drawn, words).expect("a page");
        insta::assert_snapshot!(format!("run_{}", words.code()), readable::page(&page));
    }
}

#[test]
fn a_page_shows_the_texts_of_its_scenario_in_its_language() {
    let mut results = Fixture::five().results();
    let scenario = &mut results.scenario;
    let translations: toml::Table =
        "nb = { title = 'Hjemme eller kontor', question = 'Betyr stedet noe?' }"
            .parse()
            .expect("a table");
    scenario.insert("translations".to_owned(), translations.into());
    let arms = scenario.get_mut("arm").and_then(toml::Value::as_array_mut);
    let home = arms.and_then(|arms| arms[0].as_table_mut()).expect("an arm");
    let translations: toml::Table =
        "nb = { name = 'hjemme', reason = 'sedvanlig' }\nno = { name = 'borte' }"
            .parse()
            .expect("a table");
    home.insert("reason".to_owned(), "customary".into());
    home.insert("translations".to_owned(), translations.into());
    let drawn = drawn(&results);
    let page = |code| {
        let page = html::page(&results, &drawn, words(code)).expect("a page");
        readable::page(&page)
    };
    let own = ["Hjemme eller kontor", "Betyr stedet noe?", "hjemme", "vanlig"];
    let original = ["Home or office", "Does it matter where", "home", "customary"];
    let (norwegian, nynorsk) = (page("nb"), page("nn"));
    for (own, original) in own.into_iter().zip(original) {
        assert!(norwegian.contains(own), "{own}");
        assert!(nynorsk.contains(original) && !nynorsk.contains(own), "{original}");
    }
    assert!(!norwegian.contains("Home or office") && !norwegian.contains("customary"));
    // What is left is the arena of that name, in fields of arms and in its own table.
    let is_home = |line: &&str| line.split(' ').any(|word| word == "home");
    let lines: Vec<&str> = norwegian.lines().filter(is_home).collect();
    let arena = |line: &&str| line.starts_with("arena |") || line.starts_with("home | 0 |");
    assert!(lines.iter().all(arena), "{lines:#?}");
}

#[test]
fn answers_and_takeaways_of_all_results_read_so() {
    for words in languages() {
        let mut lines = Vec::new();
        for (name, fixture) in fixtures() {
            lines.push(format!("## {name}"));
            let results = fixture.results();
            let answers = [sentences::placement(&results), sentences::completion(&results)];
            for answer in answers.into_iter().flatten() {
                lines.push(words.tell(&answer.lead));
                lines.push(words.tell(&answer.against));
                let points = answer.points.iter().take(4);
                lines.extend(points.map(|point| words.tell(&point.text)));
                lines.push(words.tell(&answer.remark));
            }
            lines.push(words.tell(&sentences::uncertainty(&results)));
            lines.extend(FIGURES.map(|(name, _)| words.tell(&takeaways::takeaway(name, &results))));
        }
        lines.retain(|line| !line.is_empty());
        insta::assert_snapshot!(format!("answers_{}", words.code()), lines.join("\n"));
    }
}

#[test]
fn outcomes_and_units_are_called_so() {
    let mut lines = Vec::new();
    for words in languages() {
        lines.push(format!("## {}", words.code()));
        let outcomes = Outcome::ALL.iter().map(|outcome| names::outcome(outcome.word()));
        let units = Unit::ALL.iter().map(|unit| names::unit(unit.word()));
        lines.extend(outcomes.chain(units).map(|name| words.tell(&name)));
    }
    insta::assert_snapshot!(lines.join("\n"));
}
