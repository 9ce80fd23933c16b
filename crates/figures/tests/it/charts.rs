//! One chart of each kind, drawn.

use homeground_figures::chart::Chart;
use homeground_figures::charts::heat_map::{HeatCell, HeatMap, HeatPanel};
use homeground_figures::charts::line_chart::{LineChart, Series};
use homeground_figures::charts::row_chart::{Dot, RowAxis, RowChart, RowColumn, RowMark, RowPanel};
use homeground_figures::charts::scatter::{Scatter, ScatterPanel, Spot};
use homeground_figures::charts::small_multiples::{Small, SmallMultiples};
use homeground_figures::charts::time_panels::{
    Layer, PanelContent, PanelGroup, TimePanel, TimePanels,
};
use homeground_figures::estimate::Estimate;
use homeground_figures::frame::Sign;
use homeground_figures::message;
use homeground_figures::number::decimal;
use homeground_figures::scene::{Anchor, Mark};
use homeground_figures::style::{ArmStyle, INK, WHITE};
use homeground_figures::text::{Teller, Text};

/// Tells keys and bare numbers, so that a figure can be tested without a language.
struct KeyTeller;

impl Teller for KeyTeller {
    fn code(&self) -> &str {
        "en"
    }

    fn tell(&self, text: &Text) -> String {
        let all = |parts: &[Text], separator: &str| {
            let parts: Vec<String> = parts.iter().map(|part| self.tell(part)).collect();
            parts.join(separator)
        };
        match text {
            Text::Verbatim(text) => text.to_string(),
            Text::Message(message) => message.key.to_string(),
            Text::Number(number) => {
                number.digits().map_or_else(|| format!("{number:?}"), |digits| digits.unsigned())
            }
            Text::List(parts) => all(parts, ", "),
            Text::Joined { parts, separator } => all(parts, separator),
            Text::Between { ends, .. } => {
                format!("{}–{}", self.tell(&ends.0), self.tell(&ends.1))
            }
            Text::Capital(text) => self.tell(text),
            Text::Translated { text, .. } => text.clone(),
        }
    }
}

fn estimate(value: f64) -> Estimate {
    Estimate { value, interval: Some((value - 0.1, value + 0.1)) }
}

fn series() -> Vec<Series> {
    let arm = |index: usize| Series {
        name: format!("a long name of an arm {index}").into(),
        style: ArmStyle::of(index),
        points: (0..5).map(|x| (f64::from(x), estimate(f64::from(x) * index as f64))).collect(),
    };
    (0..4).map(arm).collect()
}

/// One chart of each kind.
fn filled() -> Vec<Option<Box<dyn Chart>>> {
    let title = Text::from("a title");
    let names = || -> Vec<Text> { vec!["one".into(), "two".into()] };
    let cell = || HeatCell { text: "0.5".into(), fill: Some(WHITE) };
    let dot = Dot::difference(estimate(0.3), ArmStyle::of(0));
    let spot =
        |x: f64, label: &str| Spot { at: (x, 1.0 - x), label: label.into(), ..Spot::default() };
    vec![
        LineChart { title: title.clone(), series: series(), dots: true, ..LineChart::default() }
            .boxed(),
        RowChart {
            title: title.clone(),
            rows: names(),
            panels: vec![
                RowPanel {
                    heading: "panel".into(),
                    dots: vec![vec![dot, dot], Vec::new()],
                    ..RowPanel::default()
                },
                RowPanel {
                    marks: vec![vec![RowMark::Bar { ends: (0.0, 0.4), colour: INK, half: 5.0 }]],
                    axis: RowAxis::Ends("low".into(), "high".into()),
                    columns: vec![RowColumn {
                        heading: "column".into(),
                        cells: vec![("0.4".into(), "0.3–0.5".into())],
                        width: 60.0,
                        anchor: Anchor::End,
                    }],
                    ..RowPanel::default()
                },
            ],
            letters: vec!["A".into(), "D".into()],
            groups: vec![(1, "a group".into())],
            missing: "missing".into(),
            key: vec![(Sign::Dot(INK, true), "key".into())],
            ..RowChart::default()
        }
        .boxed(),
        HeatMap {
            title: title.clone(),
            rows: names(),
            columns: names(),
            panels: vec![HeatPanel {
                heading: "panel".into(),
                cells: vec![vec![cell(), cell()], vec![cell(), HeatCell::default()]],
            }],
            ..HeatMap::default()
        }
        .boxed(),
        Scatter {
            title: title.clone(),
            height: 200.0,
            panels: vec![ScatterPanel {
                spots: vec![spot(0.1, "near"), spot(0.9, "far"), spot(0.5, "")],
                limit: Some((0.5, "limit".into())),
                ..ScatterPanel::default()
            }],
            ..Scatter::default()
        }
        .boxed(),
        TimePanels {
            title: title.clone(),
            groups: vec![PanelGroup {
                heading: "group".into(),
                panels: vec![
                    TimePanel {
                        name: "layers".into(),
                        content: PanelContent::Layers(vec![Layer {
                            colour: INK,
                            ink: WHITE,
                            heights: vec![(0, 0.2), (10, 0.7)],
                        }]),
                    },
                    TimePanel {
                        name: "nothing".into(),
                        content: PanelContent::Words("no helper".into()),
                    },
                ],
            }],
            height: 90.0,
            horizon: 10,
            ticks: vec![(0.0, "0".into()), (1.0, "1".into())],
            ..TimePanels::default()
        }
        .boxed(),
        SmallMultiples {
            title,
            charts: vec![Small {
                heading: "small".into(),
                series: series(),
                from_zero: true,
                ends: Some(("low".into(), "high".into())),
                strokes: vec![1.0],
                dot: Some((2.0, 3.0)),
                ..Small::default()
            }],
            ..SmallMultiples::default()
        }
        .boxed(),
    ]
}

#[test]
fn every_kind_draws_its_labels_inside_and_apart() {
    for chart in filled() {
        let chart = chart.expect("there is something to draw");
        let scene = chart.draw(&KeyTeller);
        assert_eq!(scene.title, "a title");
        assert!(scene.label_boxes().len() > 4, "{chart:?}");
        assert_eq!(scene.label_problems(), Vec::<String>::new(), "{chart:?}");
    }
}

#[test]
fn nothing_to_draw_is_no_figure() {
    assert!(LineChart::default().boxed().is_none());
    assert!(RowChart::default().boxed().is_none());
    assert!(HeatMap::default().boxed().is_none());
    assert!(Scatter::default().boxed().is_none());
    assert!(SmallMultiples::default().boxed().is_none());
    assert!(TimePanels::default().boxed().is_none());
    // Drawn all the same, a chart is a heading and no endless axis.
    assert!(LineChart::default().draw(&KeyTeller).marks.is_empty());
    assert!(Scatter::default().draw(&KeyTeller).marks.is_empty());
}

#[test]
fn points_whose_names_have_no_space_are_numbered_and_listed() {
    let long = "a name that is much too long to stand beside any point";
    let look = ArmStyle::of(0);
    let scatter = |legend: Vec<(ArmStyle, Text)>| Scatter {
        height: 200.0,
        panels: vec![ScatterPanel {
            spots: vec![Spot { label: long.into(), ..Spot::default() }],
            ..ScatterPanel::default()
        }],
        legend,
        ..Scatter::default()
    };
    let told = |chart: Scatter| -> Vec<String> {
        let marks = chart.draw(&KeyTeller).marks.into_iter();
        let texts = marks.filter_map(|mark| match mark {
            Mark::Text(text) => Some(text.content),
            _ => None,
        });
        texts.collect()
    };
    let listed = told(scatter(vec![(look, long.into())]));
    assert_eq!(listed.iter().filter(|text| *text == "1").count(), 2);
    assert!(listed.iter().any(|text| text.contains("too long")));
    assert!(!told(scatter(Vec::new())).contains(&"1".to_owned()));
}

#[test]
fn rows_with_names_alike_are_told_apart_by_number() {
    let name = "home visits every week".to_owned();
    let lines = homeground_figures::frame::name_lines(&[name.clone(), name], &[3, 5], 3, 90.0);
    assert!(lines[0][0].starts_with("3. ") && lines[1][0].starts_with("5. "));
}

#[test]
fn a_figure_can_be_told_in_keys() {
    let text = Text::sentences([message!("cost-title"), decimal(1.25, 1).into()]);
    let teller: &dyn Teller = &KeyTeller;
    assert_eq!(teller.tell(&text), "cost-title 1.2");
}
