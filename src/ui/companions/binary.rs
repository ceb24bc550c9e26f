//! Build or buy: what the binary view says, and what it cannot see.

use yew::prelude::*;

use crate::text;
use crate::ui::Model;

pub(super) fn binary(model: &Model) -> Html {
    let (labels, report) = (&model.scenario().labels, model.report());
    let binary = &report.companions.binary;
    html! {
        <>
            <p class="small muted">{ text::companions::BINARY_NOTE }</p>
            <div data-role="binary-view">
                <p><b>{ text::companions::binary_verdict(&binary.view) }</b></p>
                <p>{ text::companions::binary_money(labels, &binary.view) }</p>
            </div>
            <h4>{ text::companions::BINARY_MISSED }</h4>
            <p>{ text::companions::binary_reading(binary) }</p>
            <p>{ text::companions::binary_missed(labels, &binary.missed, report.cost.max_volume) }</p>
        </>
    }
}
