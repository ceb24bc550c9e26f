//! Changing cost structures through the session: kinds, tiers, lines, additions. Every change is one step of undo.

use crate::{close, scenario};
use ai_build_vs_buy::approach::OptionId::{self, Ally, Api, FineTune, OpenModel};
use ai_build_vs_buy::form::field::PriceKind;
use ai_build_vs_buy::form::structure::{Change, HostingKind, Lines, hosting_kind, lines, tiers};
use ai_build_vs_buy::json::Json;
use ai_build_vs_buy::session::{Action, Session};

const START: &str = r#"{"volume":{"perMonth":100000},"options":{
    "api":{"price":{"kind":"perUnit","amount":0.02}},
    "fineTune":{"hosting":{"kind":"flat","perMonth":3500},"oneOff":{"training":5000,"odd.name [x]":100}}},
    "uncertainty":{"ranges":{"options.api.price.amount":{"kind":"uniform","min":0.01,"max":0.03},
        "options.fineTune.hosting.perMonth":{"kind":"uniform","min":3000,"max":4000}},
        "correlations":[{"a":"options.api.price.amount","b":"options.fineTune.hosting.perMonth","spearman":0.5}]}}"#;

fn start() -> Session {
    Session::new(scenario(START), None)
}

fn changed(session: &Session, option: OptionId, change: Change) -> Session {
    session.apply(Action::Restructure(option, change))
}

fn typed(session: &Session, path: &str, text: &str) -> Session {
    session.apply(Action::Type { path: path.to_owned(), text: text.to_owned() })
}

fn total(session: &Session, option: OptionId) -> f64 {
    session.report().cost.at_volume.as_ref().unwrap().options.get(option).unwrap().total
}

#[test]
fn every_change_is_one_step_of_undo_and_comes_back() {
    let tiered = changed(&start(), Api, Change::Price(Some(PriceKind::Tiers)));
    let named = changed(&start(), Api, Change::AddLine(Lines::Monthly, "logging".to_owned()));
    let name = |name: &str| name.to_owned();
    let cases = [
        (start(), Api, Change::Price(Some(PriceKind::Tokens))),
        (start(), FineTune, Change::Price(Some(PriceKind::PerUnit))),
        (start(), Api, Change::Price(None)),
        (start(), FineTune, Change::Hosting(Some(HostingKind::Machines))),
        (start(), FineTune, Change::Hosting(None)),
        (tiered.clone(), Api, Change::Graduated(false)),
        (tiered.clone(), Api, Change::AddTier),
        (tiered, Api, Change::RemoveTier(0)),
        (named.clone(), Api, Change::RenameLine(Lines::Monthly, name("logging"), name("audit"))),
        (named, Api, Change::RemoveLine(Lines::Monthly, name("logging"))),
        (start(), FineTune, Change::RemoveLine(Lines::OneOff, name("odd.name [x]"))),
        (start(), OpenModel, Change::AddOption),
        (start(), Ally, Change::AddOption),
    ];
    for (before, option, change) in cases {
        let after = changed(&before, option, change.clone());
        assert!(after.notice().is_none(), "{change:?}: {:?}", after.notice());
        assert_ne!(after.scenario(), before.scenario(), "{change:?}");
        assert_eq!(after.apply(Action::Undo).scenario(), before.scenario(), "{change:?}");
    }
}

#[test]
fn flat_hosting_and_whole_machines_are_one_change_apart_and_cost_the_same_at_first() {
    let kinds = [HostingKind::Machines, HostingKind::Flat, HostingKind::Mixed, HostingKind::PerUnit, HostingKind::Flat];
    let mut session = start();
    for kind in kinds {
        session = changed(&session, FineTune, Change::Hosting(Some(kind)));
        assert_eq!(hosting_kind(session.draft(), FineTune), Some(kind));
        close(total(&session, FineTune), 3500.0 + 5100.0 / 12.0);
    }
}

#[test]
fn machines_step_once_their_number_is_not_enough() {
    let session = changed(&start(), FineTune, Change::Hosting(Some(HostingKind::Machines)));
    let more = typed(&session, "volume.perMonth", "100,001");
    close(total(&more, FineTune), 7000.0 + 5100.0 / 12.0);
}

#[test]
fn machines_by_the_hour_take_over_what_a_machine_costs() {
    let monthly = changed(&start(), FineTune, Change::Hosting(Some(HostingKind::Machines)));
    let hourly = changed(&monthly, FineTune, Change::Hosting(Some(HostingKind::MachinesByHour)));
    close(hourly.number("options.fineTune.hosting.perHour").unwrap(), 4.794_52);
    let back = changed(&hourly, FineTune, Change::Hosting(Some(HostingKind::Machines)));
    assert!((back.number("options.fineTune.hosting.perReplicaMonth").unwrap() - 3500.0).abs() < 0.01);
}

#[test]
fn another_kind_of_price_starts_at_the_same_bill() {
    let tiered = changed(&start(), Api, Change::Price(Some(PriceKind::Tiers)));
    close(total(&tiered, Api), 2000.0);
    close(total(&changed(&tiered, Api, Change::Price(Some(PriceKind::PerUnit))), Api), 2000.0);
}

#[test]
fn tiers_are_added_before_the_last_and_edited_like_every_number() {
    let tiered = changed(&start(), Api, Change::Price(Some(PriceKind::Tiers)));
    let more = changed(&tiered, Api, Change::AddTier);
    assert_eq!(tiers(Api, more.draft()).len(), 3);
    assert_eq!(more.number("options.api.price.tiers[1].upTo"), Some(1_000_000.0));
    assert_eq!(more.draft().at("options.api.price.tiers[2].upTo"), Some(&Json::Null));
    let cheaper = typed(&more, "options.api.price.tiers[0].amount", "0.01");
    close(total(&cheaper, Api), 1000.0);
    let dragged = cheaper.apply(Action::Slide { path: "options.api.price.tiers[0].flatFee".to_owned(), value: 50.0 });
    close(total(&dragged, Api), 1050.0);
    let wrong = typed(&dragged, "options.api.price.tiers[0].upTo", "9,000,000");
    let problem = &wrong.rejected().get("options.api.price.tiers[0].upTo").unwrap().problem;
    assert!(problem.message.contains("must rise"), "{}", problem.message);
    assert_eq!(wrong.report(), dragged.report());
}

#[test]
fn the_last_tier_left_stays_and_has_no_end() {
    let mut session = changed(&start(), Api, Change::Price(Some(PriceKind::Tiers)));
    for _ in 0..3 {
        session = changed(&session, Api, Change::RemoveTier(1));
        assert!(session.notice().is_none());
    }
    assert_eq!(tiers(Api, session.draft()).len(), 1);
    assert_eq!(session.draft().at("options.api.price.tiers[0].upTo"), Some(&Json::Null));
}

#[test]
fn a_blank_tier_leaves_the_price_unknown() {
    let tiered = changed(&start(), Api, Change::Price(Some(PriceKind::Tiers)));
    let blank = typed(&tiered, "options.api.price.tiers[1].amount", "");
    assert!(blank.report().cost.at_volume.as_ref().unwrap().options.api.is_none());
    assert_eq!(blank.report().cost.not_priced[0], Api);
}

#[test]
fn lines_are_blank_at_first_and_listed_until_they_are_typed() {
    let line = "options.api.monthly.audit v1.2";
    let named = changed(&start(), Api, Change::AddLine(Lines::Monthly, "  audit v1.2 ".to_owned()));
    let missing = |session: &Session| {
        session.report().cost.at_volume.as_ref().unwrap().options.api.as_ref().unwrap().not_counted.clone()
    };
    assert_eq!(missing(&named), ["monthly.audit v1.2", "oneOff.integration"]);
    let counted = typed(&named, line, "300");
    close(total(&counted, Api), 2300.0);
    assert_eq!(missing(&counted), ["oneOff.integration"]);
    let tie = counted.report().cost.ties.iter().find(|tie| tie.field == line).unwrap().value.unwrap();
    close(tie, 300.0 + (3500.0 + 5100.0 / 12.0) - 2300.0);
    // A name that stands already, and none at all, change nothing.
    for name in ["audit v1.2", "   "] {
        let same = changed(&counted, Api, Change::AddLine(Lines::Monthly, name.to_owned()));
        assert_eq!(same.scenario(), counted.scenario());
    }
}

#[test]
fn a_line_with_points_in_its_name_is_a_number_like_any_other() {
    let path = "options.fineTune.oneOff.odd.name [x]";
    assert_eq!(start().number(path), Some(100.0));
    close(total(&typed(&start(), path, "700"), FineTune), 3500.0 + 5700.0 / 12.0);
    let named = lines(FineTune, Lines::OneOff, start().draft());
    assert!(named.iter().any(|line| line.name == "odd.name [x]" && !line.expected));
}

#[test]
fn a_range_goes_with_the_number_that_it_was_given_for() {
    let ranges =
        |session: &Session| session.scenario().uncertainty.as_ref().unwrap().ranges.keys().cloned().collect::<Vec<_>>();
    let tokens = changed(&start(), Api, Change::Price(Some(PriceKind::Tokens)));
    assert_eq!(ranges(&tokens), ["options.fineTune.hosting.perMonth"]);
    assert!(tokens.scenario().uncertainty.as_ref().unwrap().correlations.is_empty());
    let named = changed(&start(), Api, Change::AddLine(Lines::Monthly, "logging".to_owned()));
    assert_eq!(ranges(&named).len(), 2);
}

#[test]
fn a_refused_text_goes_with_its_line() {
    let named = changed(&start(), Api, Change::AddLine(Lines::Monthly, "logging".to_owned()));
    let wrong = typed(&named, "options.api.monthly.logging", "free");
    assert_eq!(wrong.rejected().len(), 1);
    let removed = changed(&wrong, Api, Change::RemoveLine(Lines::Monthly, "logging".to_owned()));
    assert!(removed.rejected().is_empty());
}

#[test]
fn the_two_additions_join_and_leave() {
    let open = changed(&start(), OpenModel, Change::AddOption);
    assert!(open.report().cost.not_priced.contains(&OpenModel));
    let priced = typed(&open, "options.openModel.hosting.perMonth", "1,000");
    assert_eq!(priced.report().cost.at_volume.as_ref().unwrap().cheapest, [OpenModel]);
    let ally = typed(&changed(&priced, Ally, Change::AddOption), "options.ally.monthly.fee", "100");
    assert_eq!(ally.report().cost.at_volume.as_ref().unwrap().cheapest, [Ally]);
    // The advice is about the article's three.
    assert_eq!(ally.report().decision.now, start().report().decision.now);
    let left = changed(&changed(&ally, Ally, Change::RemoveOption), OpenModel, Change::RemoveOption);
    assert_eq!(left.scenario(), start().scenario());
}

#[test]
fn shares_are_entered_in_percent() {
    let path = "options.api.price.cachedShare";
    let tokens = changed(&start(), Api, Change::Price(Some(PriceKind::Tokens)));
    for text in ["40", "40%"] {
        let entered = typed(&tokens, path, text);
        assert_eq!(entered.number(path), Some(0.4));
        assert_eq!(entered.apply(Action::Leave(path.to_owned())).field_text(path), "40");
    }
    let wrong = typed(&tokens, path, "140");
    let message = &wrong.rejected().get(path).unwrap().problem.message;
    assert!(message.contains("between 0 and 100. You gave 140"), "{message}");
}
