//! The spectrum from outsourced to owned with its nine stops: where to start, where to end up, what pulls and what limits
//! (S4, I04).

use yew::prelude::*;

use crate::approach::{Approach, Variant};
use crate::decision::{Factor, FactorReading, RuleId};
use crate::text;
use crate::text::reading::Place;
use crate::ui::Model;
use crate::ui::parts::option_name;
use crate::ui::readings::{readings, tag};

/// The panel's content.
pub fn spectrum(model: &Model) -> Html {
    let decision = &model.report().decision;
    let imposed = model.scenario().decision.gates.imposed.as_ref();
    let stop = |variant: Variant| {
        let now = decision.now.variant == Some(variant);
        let later = decision.destination.variant == Some(variant);
        html! {
            <li class={classes!((now || later).then_some("walked"))}>
                { text::variant(variant) }
                if now { { " " }<span class="state triggered">{ text::explain::HERE_NOW }</span> }
                if later { { " " }<span class="state">{ text::explain::HERE_LATER }</span> }
            </li>
        }
    };
    let approach = |approach: Approach| {
        let forbidden = imposed.is_some_and(|imposed| !imposed.allowed.contains(&approach));
        html! {
            <li class={classes!("approach", forbidden.then_some("forbidden"))}>
                <h3>{ option_name(approach.option()) }</h3>
                if forbidden { <p class="small"><span class="state unknown">{ text::explain::FORBIDDEN }</span>{ tag(RuleId::N1) }</p> }
                <ul>{ for Variant::ALL.into_iter().filter(|variant| variant.approach() == approach).map(stop) }</ul>
            </li>
        }
    };
    let pulls = |reading: &&FactorReading| matches!(reading.factor, Factor::Differentiation | Factor::DataMoat);
    let limits =
        |reading: &&FactorReading| matches!(reading.factor, Factor::Data | Factor::Expertise | Factor::Timeline);
    let row = |reading: &FactorReading| {
        let to = match (reading.rule, reading.ceiling) {
            (None, _) => text::page::OPEN.to_owned(),
            (Some(_), Some(ceiling)) => text::explain::up_to(ceiling),
            (Some(_), None) => text::explain::towards(reading.suggested),
        };
        html! {
            <tr>
                <th scope="row">{ text::rule::factor(reading.factor) }</th>
                <td>{ to }</td>
                <td><span class="rule-id">{ reading.rule.map_or("–", RuleId::id) }</span></td>
            </tr>
        }
    };
    html! {
        <>
            <p class="small muted">{ text::rule::rule(RuleId::S4) }{ tag(RuleId::S4) }</p>
            <ol class="spectrum">{ for Approach::ALL.into_iter().map(approach) }</ol>
            <div class="scroll" tabindex="0" role="region" aria-label={text::explain::SPECTRUM}>
                <table>
                    <caption class="visually-hidden">{ text::explain::SPECTRUM }</caption>
                    <thead><tr>
                        <th scope="col">{ text::page::COL_FACTOR }</th>
                        <th scope="col">{ text::page::COL_LEADS }</th>
                        <th scope="col">{ text::page::COL_RULE }</th>
                    </tr></thead>
                    <tbody>
                        <tr class="row-group"><th colspan="3" scope="rowgroup">{ text::explain::PULLS }</th></tr>
                        { for decision.factors.iter().filter(pulls).map(row) }
                    </tbody>
                    <tbody>
                        <tr class="row-group"><th colspan="3" scope="rowgroup">{ text::explain::LIMITS }</th></tr>
                        { for decision.factors.iter().filter(limits).map(row) }
                    </tbody>
                </table>
            </div>
            { readings(Place::Spectrum) }
        </>
    }
}
