//! The chart's data and layout: ticks for people, marks at the right places, nothing that is not a number.

use ai_build_vs_buy::approach::OptionId;
use ai_build_vs_buy::chart::axis::{MAX_TICKS, short};
use ai_build_vs_buy::chart::bars::{SpreadChart, TornadoChart, spread_drawing, tornado_drawing};
use ai_build_vs_buy::chart::bill;
use ai_build_vs_buy::chart::canvas::{Anchor, Form, Kind};
use ai_build_vs_buy::chart::labels::text_width;
use ai_build_vs_buy::chart::linear::LinearAxis;
use ai_build_vs_buy::chart::price_map::drawing as price_map_drawing;
use ai_build_vs_buy::chart::timeline::{self, EventKind, Timeline, timeline};
use ai_build_vs_buy::chart::{Size, drawing, plot_area, scene, volume_at, x_of};
use ai_build_vs_buy::cost::{curves, price_map};
use ai_build_vs_buy::report::{Report, evaluate};

use crate::{report, scenario};

const V07: &str = r#"{"volume":{"perMonth":500000},"options":{
    "api":{"price":{"kind":"perUnit","amount":0.02}},
    "fineTune":{"hosting":{"kind":"mixed","perMonth":5000,"amount":0.004}},
    "custom":{"hosting":{"kind":"mixed","perMonth":45000,"amount":0.001}}}}"#;

fn drawn(json: &str) -> ai_build_vs_buy::chart::Crossover {
    let scenario = scenario(json);
    scene(&scenario, &evaluate(&scenario))
}

#[test]
fn ticks_read_as_people_write_them() {
    for (value, text) in [(1.0, "1"), (1_000.0, "1k"), (10_000.0, "10k"), (1_000_000.0, "1M")] {
        assert_eq!(short(value), text);
    }
}

#[test]
fn an_axis_never_has_more_than_six_ticks() {
    let scene = drawn(V07);
    for width in [280.0, 320.0, 768.0, 1280.0] {
        let layout = drawing(&scene, Size::of_width(width)).layout;
        assert!(layout.volume.ticks().len() <= MAX_TICKS && layout.cost.ticks().len() <= MAX_TICKS, "{width}");
    }
}

#[test]
fn crossings_of_the_envelope_are_marked_where_they_are() {
    let marks: Vec<f64> = drawn(V07).crossings.iter().filter(|mark| mark.on_envelope).map(|mark| mark.volume).collect();
    assert_eq!(marks.len(), 2);
    crate::close(marks[0], 312_500.0);
    crate::close(marks[1], 13_333_333.333_333_334);
}

/// The table beside the chart reads costs at single volumes; the curves have to pass through them.
#[test]
fn the_curves_are_the_costs_of_the_table() {
    let scenario = scenario(V07);
    let report = evaluate(&scenario);
    let scene = scene(&scenario, &report);
    assert_eq!(scene.curves.len(), 3);
    for curve in &scene.curves {
        for (volume, cost) in &curve.points {
            let told = report.cost.at(*volume).into_iter().find(|(option, _)| *option == curve.option);
            crate::close(*cost, told.expect("priced").1);
        }
    }
}

#[test]
fn a_place_on_the_axis_comes_back_as_its_volume() {
    let (scene, size) = (drawn(V07), Size::of_width(768.0));
    for volume in [1_000.0, 50_000.0, 1_000_000.0] {
        let back = volume_at(&scene, size, x_of(&scene, size, volume));
        assert!((back - volume).abs() <= 0.005 * volume, "{volume} came back as {back}");
    }
}

#[test]
fn texts_stay_inside_the_chart() {
    let scene = drawn(V07);
    for width in [280.0, 320.0, 768.0, 1280.0] {
        let size = Size::of_width(width);
        for shape in drawing(&scene, size).shapes {
            if let Form::Text(x, y, _, words) = shape.form {
                let (x, y) = (f64::from(x) / 8.0, f64::from(y) / 8.0);
                assert!((0.0..=size.width).contains(&x) && (0.0..=size.height).contains(&y), "{words} at {x}, {y}");
            }
        }
    }
}

#[test]
fn free_and_huge_costs_still_draw() {
    let hostile = [
        r#"{"options":{}}"#,
        r#"{"volume":{"perMonth":0},"options":{"api":{"price":{"kind":"perUnit","amount":0}}}}"#,
        r#"{"volume":{"perMonth":1e13},"options":{"api":{"price":{"kind":"perUnit","amount":1e12}},"custom":{"staff":{"fte":1,"costPerMonth":0}}}}"#,
    ];
    for json in hostile {
        for shape in drawing(&drawn(json), Size::of_width(600.0)).shapes {
            let text = format!("{:?}", shape.form);
            assert!(!text.contains("NaN") && !text.contains("inf"), "{json}: {text}");
        }
    }
}

const RANGED: &str = r#"{"volume":{"perMonth":316228},"options":{"api":{"price":{"kind":"perUnit","amount":0.0158}},
    "fineTune":{"hosting":{"kind":"flat","perMonth":3464}}},"uncertainty":{"samples":2000,"ranges":{
    "options.api.price.amount":{"kind":"lognormal","p10":0.006,"p90":0.04},
    "options.fineTune.hosting.perMonth":{"kind":"pert","min":2000,"mode":3464,"max":6000}}}}"#;

#[test]
fn ranges_give_each_curve_a_band_and_the_axis_a_bracket() {
    let scene = drawn(RANGED);
    let report = crate::report(RANGED);
    let crossing = &report.cost.uncertainty.as_ref().unwrap().crossings[0];
    assert_eq!(scene.crossing_range, crossing.p5.volume().zip(crossing.p95.volume()));
    assert_eq!(scene.spreads.len(), 2);
    for (spread, curve) in scene.spreads.iter().zip(&scene.curves) {
        assert_eq!(spread.option, curve.option);
        for ((volume, low), (_, high)) in spread.low.iter().zip(&spread.high) {
            let cost = curves(&scenario(RANGED)).get(spread.option).unwrap().at(*volume);
            assert!(low < &cost && &cost < high, "{volume}: {low} {cost} {high}");
        }
    }
    let layout = drawing(&scene, Size::of_width(768.0)).layout;
    assert!(layout.spreads.iter().all(|(_, outline)| outline.len() > 3));
    // Without ranges there is neither.
    assert!(drawn(V07).spreads.is_empty() && drawn(V07).crossing_range.is_none());
}

fn bar_charts(report: &Report) -> (SpreadChart, TornadoChart) {
    let cost = &report.cost;
    let histogram = cost.uncertainty.as_ref().unwrap().histogram.clone().unwrap();
    let here = Some((316_228.0, "Your volume".to_owned()));
    let rows = cost.tornado.iter().map(|bar| (bar.field.clone(), bar.clone())).collect();
    (
        SpreadChart { histogram, bracket: None, here, never: "never".to_owned() },
        TornadoChart { rows, currency: "USD".to_owned(), even: "same cost".to_owned() },
    )
}

#[test]
fn bars_are_as_high_as_their_share() {
    let (spread, _) = bar_charts(&crate::report(RANGED));
    let shapes = spread_drawing(&spread, 600.0).shapes;
    let heights: Vec<f64> = shapes
        .iter()
        .filter(|shape| shape.role.kind == Kind::Bar)
        .map(|shape| match shape.form {
            Form::Rect(_, _, _, height) => f64::from(height),
            _ => 0.0,
        })
        .collect();
    let bars = &spread.histogram.bars;
    assert_eq!(heights.len(), bars.len());
    let tallest = bars.iter().zip(&heights).max_by(|a, b| a.1.total_cmp(b.1)).unwrap();
    for (bar, height) in bars.iter().zip(&heights) {
        assert!((height / tallest.1 - bar.share / tallest.0.share).abs() < 0.01, "{bar:?} {height}");
    }
}

#[test]
fn bar_charts_stay_inside_at_every_width() {
    let never = RANGED.replace(r#""kind":"flat","perMonth":3464"#, r#""kind":"mixed","perMonth":3464,"amount":0.015"#);
    for report in [crate::report(RANGED), crate::report(&never)] {
        let (spread, tornado) = bar_charts(&report);
        for width in [280.0, 320.0, 768.0, 1280.0] {
            for drawing in [spread_drawing(&spread, width), tornado_drawing(&tornado, width)] {
                for shape in drawing.shapes {
                    if let Form::Rect(x, y, w, h) = shape.form {
                        let (right, bottom) = (f64::from(x + w) / 8.0, f64::from(y + h) / 8.0);
                        let inside = x >= 0 && y >= 0 && right <= drawing.size.width && bottom <= drawing.size.height;
                        assert!(inside, "{:?} at {width}: {x} {y} {right} {bottom}", shape.role);
                    }
                }
            }
        }
    }
}

#[test]
fn the_plot_keeps_its_margins() {
    for (width, left, right) in [(320.0, 48.0, 14.0), (768.0, 56.0, 96.0)] {
        let area = plot_area(Size::of_width(width));
        assert_eq!((area.left, width - area.right), (left, right));
    }
}

/// V09 with a third option that costs a hundred times as much.
const V09: &str = r#"{"volume":{"perMonth":100000,"growthPerMonth":0.05},"options":{
    "api":{"price":{"kind":"perUnit","amount":0.02}},
    "fineTune":{"hosting":{"kind":"flat","perMonth":4500},"oneOff":{"training":20000}},
    "custom":{"staff":{"fte":20,"costPerMonth":20000}}}}"#;

fn over_time(json: &str) -> Option<Timeline> {
    let scenario = scenario(json);
    timeline(&scenario, &evaluate(&scenario))
}

#[test]
fn linear_ticks_are_round_and_at_most_six() {
    for (last, ticks) in [
        (1, vec![0.0, 1.0]),
        (12, vec![0.0, 3.0, 6.0, 9.0, 12.0]),
        (36, vec![0.0, 12.0, 24.0, 36.0]),
        (120, vec![0.0, 24.0, 48.0, 72.0, 96.0, 120.0]),
    ] {
        assert_eq!(LinearAxis::of_months(last).ticks(), ticks);
    }
    for (money, high, ticks) in [(0.0, 1.0, 6), (999.0, 1000.0, 6), (191_672.6, 200_000.0, 5), (1.3e9, 1.5e9, 4)] {
        let axis = LinearAxis::of_money(money);
        crate::close(axis.high(), high);
        assert_eq!(axis.ticks().len(), ticks, "{money}");
    }
}

#[test]
fn the_money_over_months_is_the_reports() {
    let chart = over_time(V09).unwrap();
    let ends: Vec<(f64, f64)> = chart.curves.iter().map(|curve| *curve.points.last().unwrap()).collect();
    crate::close(ends[0].1, 191_672.645_438_874_64);
    assert_eq!((ends[0].0, ends[1]), (36.0, (36.0, 182_000.0)));
    assert_eq!((chart.months, chart.curves[1].points[0], chart.curves[1].points.len()), (36, (0.0, 20_000.0), 37));
}

#[test]
fn payback_and_move_are_marked_in_their_months() {
    let events: Vec<_> = over_time(V09).unwrap().events.iter().map(|event| (event.kind, event.month)).collect();
    assert_eq!(events, [(EventKind::Payback, 35), (EventKind::Move, 18)]);
}

#[test]
fn a_much_dearer_option_leaves_the_chart_and_does_not_flatten_it() {
    let chart = over_time(V09).unwrap();
    assert_eq!(chart.beyond(), [ai_build_vs_buy::approach::OptionId::Custom]);
    assert!(chart.money_axis().high() < 2.0 * 191_672.6);
}

#[test]
fn every_curve_over_months_is_named_once_inside_the_chart() {
    let chart = over_time(V09).unwrap();
    for width in [280.0, 320.0, 768.0, 1280.0] {
        let size = Size::of_width(width);
        let mut names = 0;
        for shape in timeline::drawing(&chart, size) {
            if let Form::Text(x, y, _, words) = shape.form {
                let (x, y) = (f64::from(x) / 8.0, f64::from(y) / 8.0);
                assert!((0.0..=size.width).contains(&x) && (0.0..=size.height).contains(&y), "{words} at {x}, {y}");
                names += usize::from(shape.role.kind == Kind::Label);
            }
        }
        assert_eq!(names, 3, "{width}");
    }
}

#[test]
fn money_over_months_draws_at_every_extreme() {
    let hostile = [
        r#"{"volume":{"perMonth":0},"options":{"api":{"price":{"kind":"perUnit","amount":0}}}}"#,
        r#"{"volume":{"perMonth":1e13,"growthPerMonth":1},"time":{"horizonMonths":120},"options":{"api":{"price":{"kind":"perUnit","amount":1e12}},"custom":{"staff":{"fte":1,"costPerMonth":0}}}}"#,
        r#"{"volume":{"perMonth":1},"time":{"horizonMonths":1},"options":{"ally":{"price":{"kind":"perUnit","amount":1e-9}},"openModel":{"oneOff":{"x":1e12},"staff":{"fte":1,"costPerMonth":0}}}}"#,
    ];
    for json in hostile {
        for shape in timeline::drawing(&over_time(json).unwrap(), Size::of_width(600.0)) {
            let text = format!("{:?}", shape.form);
            assert!(!text.contains("NaN") && !text.contains("inf"), "{json}: {text}");
        }
    }
    assert_eq!(over_time(r#"{"volume":{"perMonth":1},"options":{}}"#), None);
}

#[test]
fn the_map_says_at_every_place_what_the_costs_say() {
    let json = |price: f64, volume: f64| {
        format!(
            r#"{{"volume":{{"perMonth":{volume}}},"options":{{
                "api":{{"price":{{"kind":"perUnit","amount":{price}}},"monthly":{{"logging":50}}}},
                "fineTune":{{"hosting":{{"kind":"replicas","perReplicaMonth":2500,"capacityPerMonth":240000}}}},
                "custom":{{"hosting":{{"kind":"mixed","perMonth":45000,"amount":0.001}}}}}}}}"#
        )
    };
    let base = scenario(&json(0.02, 500_000.0));
    let map = price_map(&base, &evaluate(&base).cost).unwrap();
    assert_eq!(map.here, Some((500_000.0, 0.02)));
    for volume in [1_000.0, 240_000.0, 240_001.0, 6_000_000.0] {
        for price in [0.000_1, 0.005, 0.01, 0.02, 1.0] {
            let at = report(&json(price, volume)).cost.at_volume.unwrap();
            assert_eq!(map.cheapest(volume, price), at.cheapest, "{volume} at {price}");
        }
        let border = map.border_at(volume);
        assert_eq!(map.cheapest(volume, border * 0.999), [OptionId::Api], "{volume}");
        assert!(!map.cheapest(volume, border * 1.001).contains(&OptionId::Api), "{volume}");
    }
    // By hand: three machines less the API's own line, for half a million units.
    crate::close(map.border_at(500_000.0), (7500.0 - 50.0) / 500_000.0);
    for segment in &map.others {
        let middle = segment.from + (segment.to - segment.from) / 2.0;
        assert_eq!(map.cheapest(middle, 1e6), segment.cheapest);
    }
}

#[test]
fn without_a_price_per_unit_there_is_no_map() {
    for api in [
        "null",
        r#"{"hosting":{"kind":"flat","perMonth":5}}"#,
        r#"{"price":{"kind":"perUnit","amount":null}}"#,
        r#"{"price":{"kind":"tiers","mode":"volume","tiers":[{"amount":1}]}}"#,
    ] {
        let json = format!(r#"{{"options":{{"api":{api},"custom":{{"hosting":{{"kind":"flat","perMonth":5}}}}}}}}"#);
        let scenario = scenario(&json);
        assert_eq!(price_map(&scenario, &evaluate(&scenario).cost), None, "{api}");
    }
    let alone = scenario(r#"{"options":{"api":{"price":{"kind":"perUnit","amount":1}}}}"#);
    assert_eq!(price_map(&alone, &evaluate(&alone).cost), None);
}

#[test]
fn every_region_of_the_map_is_named_or_lettered() {
    let scenario = scenario(V07);
    let map = price_map(&scenario, &evaluate(&scenario).cost).unwrap();
    for (width, names) in [(1000.0, ["API", "Fine-tune", "From scratch"]), (300.0, ["API", "Fine-tune", "S"])] {
        let texts: Vec<String> = price_map_drawing(&map, "USD", width)
            .1
            .into_iter()
            .filter(|shape| shape.role.kind == Kind::Label)
            .filter_map(|shape| if let Form::Text(.., words) = shape.form { Some(words) } else { None })
            .collect();
        assert_eq!(texts, names, "{width}");
    }
}

#[test]
fn the_bars_add_up_to_the_totals() {
    let report = crate::preset("legal-tech");
    let bill = bill::bill(&report, "USD").unwrap();
    let at = report.cost.at_volume.unwrap();
    assert_eq!(bill.bars.len(), at.options.iter().count());
    for bar in &bill.bars {
        crate::close(bar.parts.iter().map(|(_, amount)| amount).sum(), at.options.get(bar.option).unwrap().total);
    }
}

#[test]
fn both_pictures_stay_inside_their_edges_and_draw_numbers_only() {
    let sources = [
        V07,
        r#"{"volume":{"perMonth":10000000},"options":{"api":{"price":{"kind":"perUnit","amount":0.0000002}},"fineTune":{"hosting":{"kind":"flat","perMonth":4500}}}}"#,
        r#"{"volume":{"perMonth":1e13},"options":{"api":{"price":{"kind":"perUnit","amount":1e12}},"custom":{"staff":{"fte":1,"costPerMonth":0}}}}"#,
        r#"{"volume":{"perMonth":1},"options":{"api":{"price":{"kind":"perUnit","amount":0}},"custom":{"staff":{"fte":1,"costPerMonth":5000}}}}"#,
        r#"{"volume":{"perMonth":0},"labels":{"currency":"A very long name of a currency"},"options":{"api":{"price":{"kind":"perUnit","amount":3}},"custom":{"staff":{"fte":1,"costPerMonth":5000}}}}"#,
    ];
    for json in sources {
        let scenario = scenario(json);
        let report = evaluate(&scenario);
        let currency = scenario.labels.currency.as_str();
        for width in [260.0, 320.0, 640.0, 1000.0] {
            let map = price_map(&scenario, &report.cost).map(|map| price_map_drawing(&map, currency, width));
            let bars = bill::bill(&report, currency).map(|bill| bill::drawing(&bill, width));
            for (size, shapes) in map.into_iter().chain(bars) {
                for shape in shapes {
                    let text = format!("{:?}", shape.form);
                    assert!(!text.contains("NaN") && !text.contains("inf"), "{json}: {text}");
                    if let Form::Text(x, y, anchor, words) = shape.form {
                        let (x, y) = (f64::from(x) / 8.0, f64::from(y) / 8.0);
                        let is_figure = words.starts_with('$') || words.ends_with('$');
                        if anchor == Anchor::End && is_figure {
                            assert!(text_width(&words, false) <= x + 0.5, "{json}: {words} before {x}");
                        }
                        let inside = (0.0..=size.width).contains(&x) && (0.0..=size.height).contains(&y);
                        assert!(inside, "{json}: {words} at {x}, {y} of {size:?}");
                    }
                }
            }
        }
    }
}
