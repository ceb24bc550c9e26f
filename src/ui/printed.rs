//! The memo on paper: on the page for printing only, beside the chart. What it says comes from `memo::content`.

use yew::prelude::*;

use crate::memo::content::{self, Memo, Part, Section};
use crate::text;
use crate::ui::Model;
use crate::ui::effects::today;

/// The memo of a session, as of today.
pub fn memo(model: &Model) -> Memo {
    content::memo(model.scenario(), model.report(), &today())
}

/// What stands above the chart.
pub fn head(memo: &Memo) -> Html {
    html! {
        <div class="printed head">
            <p class="small">{ &memo.subtitle }</p>
            <p class="decision">{ &memo.decision }</p>
        </div>
    }
}

/// What stands below it: the reasons in two columns, at the foot the inputs, which come last, and lines to sign.
pub fn body(memo: &Memo) -> Html {
    let (inputs, sections) = memo.sections.split_last().map_or((None, &[][..]), |(last, rest)| (Some(last), rest));
    html! {
        <>
            <div class="printed body-text">{ for sections.iter().map(section) }</div>
            <div class="printed foot">
                { for inputs.map(section) }
                <p>{ &memo.colophon }</p>
                <p class="signed">{ for text::memo::SIGNED.iter().map(|line| html! { <span>{ *line }</span> }) }</p>
            </div>
        </>
    }
}

fn section(section: &Section) -> Html {
    html! { <section><h3>{ section.heading }</h3>{ for section.parts.iter().map(|each| part(section.heading, each)) }</section> }
}

fn part(heading: &str, part: &Part) -> Html {
    match part {
        Part::Text(text) => html! { <p>{ text }</p> },
        Part::Run(items) => html! { <p>{ items.join(" · ") }</p> },
        Part::List(items) => html! { <ul>{ for items.iter().map(|item| html! { <li>{ item }</li> }) }</ul> },
        Part::Table { head, rows, figures } => {
            let last = head.len().saturating_sub(1);
            let class = |place: usize| (*figures && place > 0 && place < last).then_some("num");
            let cell = |(place, text): (usize, &String)| match place {
                0 => html! { <th scope="row">{ text }</th> },
                place => html! { <td class={class(place)}>{ text }</td> },
            };
            html! {
                <table>
                    <caption class="visually-hidden">{ heading.to_owned() }</caption>
                    <thead><tr>
                        { for head.iter().enumerate().map(|(place, text)| html! { <th scope="col" class={class(place)}>{ text }</th> }) }
                    </tr></thead>
                    <tbody>{ for rows.iter().map(|row| html! { <tr>{ for row.iter().enumerate().map(cell) }</tr> }) }</tbody>
                </table>
            }
        }
    }
}
