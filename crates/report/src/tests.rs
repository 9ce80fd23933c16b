//! Tests of the whole way from a results folder to figures and page.

use crate::figures::FIGURES;
use crate::fixture::Fixture;
use crate::results::Results;
use crate::*;

/// Folders that figures must survive, with a name each.
fn folders() -> Vec<(&'static str, Fixture)> {
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
        (
            "eleven long names",
            Fixture {
                arms: long.map(str::to_owned).to_vec(),
                ..five()
            },
        ),
        (
            "many arms",
            Fixture {
                arms: many.collect(),
                ..five()
            },
        ),
        (
            "one replicate",
            Fixture {
                half_width: None,
                ..five()
            },
        ),
        (
            "draws and 30 weeks",
            Fixture {
                half_width: Some(0.02),
                draws: true,
                horizon: 30,
                ..five()
            },
        ),
        (
            "two weeks",
            Fixture {
                horizon: 2,
                ..five()
            },
        ),
        (
            "one arm",
            Fixture {
                arms: vec!["home".to_owned()],
                reference: 0,
                ..five()
            },
        ),
        (
            "no helper at all",
            Fixture {
                arms: vec!["nothing".to_owned()],
                reference: 0,
                ..five()
            },
        ),
        (
            "reference without helper",
            Fixture {
                arms: ["home", "nothing"].map(str::to_owned).to_vec(),
                ..five()
            },
        ),
        (
            "nobody placed",
            Fixture {
                placed: 0.0,
                ..five()
            },
        ),
        (
            "ten years",
            Fixture {
                horizon: 520,
                ..five()
            },
        ),
        (
            "unclear",
            Fixture {
                half_width: Some(0.5),
                ..five()
            },
        ),
    ]
}

fn made(fixture: &Fixture) -> (tempfile::TempDir, Results) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fixture.write(folder.path());
    let results = Results::read(folder.path()).expect("results");
    (folder, results)
}

#[test]
fn no_label_is_cut_off_or_overlaps_another() {
    for (name, fixture) in folders() {
        let (_folder, results) = made(&fixture);
        for language in [Language::English, Language::Norwegian] {
            for (figure, draw) in FIGURES {
                let Some(scene) = draw(&results, language) else {
                    continue;
                };
                assert!(
                    scene.label_boxes().len() > 4,
                    "{name}, {figure}: hardly a word"
                );
                assert_eq!(
                    scene.label_problems(),
                    Vec::<String>::new(),
                    "{name}, {figure}, {language:?}"
                );
            }
        }
    }
}

#[test]
fn small_text_is_nine_points_in_print() {
    let (_folder, results) = made(&Fixture::five());
    for (figure, draw) in FIGURES {
        let scene = draw(&results, Language::English).expect("a figure");
        for mark in &scene.marks {
            if let scene::Mark::Text(text) = mark {
                // The page of 640 is printed 17 cm wide: a unit is 0.753 pt.
                assert!(
                    text.size * 0.753 >= 9.0,
                    "{figure}: {:?} is too small",
                    text.content
                );
            }
        }
    }
}

#[test]
fn every_figure_and_the_page_are_written() {
    let (folder, _results) = made(&Fixture::five());
    let paths = draw(folder.path(), Language::English).expect("a report");
    assert_eq!(paths.figures.len(), 2 * FIGURES.len());
    for path in paths.figures.iter().chain([&paths.report]) {
        let bytes = std::fs::read(path).expect("a file");
        assert!(bytes.len() > 5000, "{} is nearly empty", path.display());
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("png") => assert!(bytes.starts_with(b"\x89PNG")),
            Some("svg") => assert!(bytes.ends_with(b"</svg>\n") && bytes.len() < 400_000),
            _ => assert!(bytes.ends_with(b"</html>")),
        }
    }
    // Nothing of the writing stays behind.
    let leftovers = std::fs::read_dir(folder.path())
        .expect("the folder")
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with('.'))
        .count();
    assert_eq!(leftovers, 0);
}

#[test]
fn a_figure_of_an_older_report_does_not_stay() {
    let fixture = Fixture {
        arms: vec!["nothing".to_owned()],
        reference: 0,
        ..Fixture::five()
    };
    let (folder, _results) = made(&fixture);
    std::fs::create_dir(folder.path().join("figures")).expect("a folder");
    let old = folder.path().join("figures/exits.png");
    std::fs::write(&old, "old").expect("an old figure");
    let paths = draw(folder.path(), Language::English).expect("a report");
    assert!(!old.exists());
    assert!(!paths.figures.contains(&old));
}

#[test]
fn the_page_needs_nothing_from_outside_and_says_what_it_must() {
    for (name, fixture) in folders() {
        let (_folder, results) = made(&fixture);
        for language in [Language::English, Language::Norwegian] {
            let drawn: Vec<Drawn> = FIGURES
                .iter()
                .map(|(figure, draw)| (*figure, draw(&results, language)))
                .collect();
            let page = html::page(&results, &drawn, language).expect("a page");
            for word in [
                "{{",
                "{%",
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
            assert!(page.contains(&format!("<html lang=\"{}\">", language.code())));
            assert_eq!(page.matches(language.prose().not_for_one_family).count(), 2);
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
fn text_of_users_is_never_markup() {
    let evil = "<script>alert('x')</script> & \"co\"";
    let fixture = Fixture {
        arms: vec![evil.to_owned(), "office".to_owned()],
        title: evil.to_owned(),
        ..Fixture::five()
    };
    let (folder, _results) = made(&fixture);
    let paths = draw(folder.path(), Language::English).expect("a report");
    for path in paths.figures.iter().chain([&paths.report]) {
        if path.extension().is_some_and(|ending| ending == "png") {
            continue;
        }
        let text = std::fs::read_to_string(path).expect("text");
        assert!(!text.contains("<script"), "{}", path.display());
    }
    let page = std::fs::read_to_string(&paths.report).expect("text");
    assert!(page.contains("script&#62;alert") || page.contains("script&gt;alert"));
}

#[test]
fn answers_name_the_arms_and_stay_within_the_intervals() {
    let (_folder, results) = made(&Fixture::five());
    let told = |answer: Option<sentences::Answer>| {
        let answer = answer.expect("an answer");
        let points: Vec<String> = answer
            .points
            .iter()
            .map(|point| format!("- {}: {}", point.arm, point.text))
            .collect();
        format!("{}\n{}\n{}", answer.lead, answer.against, points.join("\n"))
    };
    insta::assert_snapshot!(told(sentences::placement(&results, Language::English)), @r"
    By week 104, the share of families with a child placed is lowest in home, 4.0% (3.9–4.1%), and highest in digital, 5.7% (5.6–5.8%).
    Compared with office, of 1000 families referred, by week 104:
    - home: 14 fewer have a child placed (95% interval: 13 to 15 fewer).
    - residential: 5.6 fewer have a child placed (95% interval: 4.6 to 6.6 fewer).
    - health clinic: 11 fewer have a child placed (95% interval: 10 to 12 fewer).
    - digital: 2.8 more have a child placed (95% interval: 1.8 to 3.8 more).
    ");
    insta::assert_snapshot!(told(sentences::completion(&results, Language::Norwegian)), @r"
    Innen uke 104 er andelen som fullfører av familiene som begynte, lavest i home, 25,0 % (24,9–25,1 %), og høyest i residential, 61,0 % (60,9–61,1 %).
    Sammenlignet med office, av 1000 familier som begynner, innen uke 104:
    - home: 180 færre fullfører (95 %-intervall: 179 til 181 færre).
    - residential: 180 flere fullfører (95 %-intervall: 179 til 181 flere).
    - health clinic: 120 færre fullfører (95 %-intervall: 119 til 121 færre).
    - digital: 60 flere fullfører (95 %-intervall: 59 til 61 flere).
    ");

    let unclear = Fixture {
        half_width: Some(0.5),
        ..Fixture::five()
    };
    let (_folder, results) = made(&unclear);
    for point in sentences::placement(&results, Language::English)
        .expect("an answer")
        .points
    {
        assert!(
            point.text.starts_with("cannot be told apart"),
            "{}",
            point.text
        );
    }
}

#[test]
fn every_figure_has_its_sentence_in_both_languages() {
    let (_folder, results) = made(&Fixture::five());
    let told = |language| {
        FIGURES
            .map(|(figure, _)| {
                format!(
                    "{figure}: {}",
                    takeaways::takeaway(figure, &results, language)
                )
            })
            .join("\n")
    };
    insta::assert_snapshot!(told(Language::English), @r"
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
    insta::assert_snapshot!(told(Language::Norwegian), @r"
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
