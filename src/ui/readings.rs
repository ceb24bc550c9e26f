//! Open points of the article, shown beside the place that they are about.

use yew::prelude::*;

use crate::decision::RuleId;
use crate::text;
use crate::text::reading::{Place, at};

/// A rule's id behind its words.
pub fn tag(rule: RuleId) -> Html {
    html! { <>{ " " }<span class="rule-id">{ rule.id() }</span></> }
}

/// A rule's id and words, as an item of a list.
pub fn ruled(rule: RuleId) -> Html {
    html! { <li><span class="rule-id">{ rule.id() }</span><span>{ text::rule::listed(rule) }</span></li> }
}

#[derive(Clone, PartialEq, Properties)]
struct ReadingsProps {
    place: Place,
}

/// A component, so that its words are made once and no drag pays for them.
#[function_component]
fn Readings(props: &ReadingsProps) -> Html {
    let points = at(props.place);
    if points.is_empty() {
        return Html::default();
    }
    html! {
        <details class="readings">
            <summary>{ text::reading::HOW_READ }</summary>
            <ul class="reasons">{ for points.iter().map(|point| ruled(*point)) }</ul>
        </details>
    }
}

/// The open points of a place, folded away below it.
pub fn readings(place: Place) -> Html {
    html! { <Readings {place} /> }
}
