//! Make, buy or ally: six questions about a partner, what the partner's data and price change, and the term sheet.

use yew::prelude::*;

use crate::companion::Offer;
use crate::form::companion::{ALLY_FEE, ALLY_SHARE, PARTNER_EXAMPLES, PartnerQuestion};
use crate::form::question::Choice;
use crate::session::Action;
use crate::text;
use crate::ui::parts::number_box;
use crate::ui::{Act, Model};

pub(super) fn ally(model: &Model, act: &Act) -> Html {
    let ally = model.report().companions.ally.as_ref();
    let offered = ally.filter(|ally| ally.offer == Offer::Offered);
    html! {
        <>
            <p class="small muted">{ text::companions::ALLY_NOTE }</p>
            <div class="asked">{ for PartnerQuestion::ALL.into_iter().map(|asked| question(model, act, asked)) }</div>
            <p class="small muted">{ text::companions::ALLY_RULE }</p>
            { number_box(model, act, PARTNER_EXAMPLES, text::companions::PARTNER_EXAMPLES) }
            if let Some(line) = ally.and_then(text::companions::partner_data) { <p>{ line }</p> }
            if ally.is_some() {
                <h4>{ text::companions::ALLY_COST }</h4>
                { number_box(model, act, ALLY_FEE, text::companions::ALLY_FEE) }
                { number_box(model, act, ALLY_SHARE, text::companions::ALLY_SHARE) }
            }
            if let Some(ally) = offered {
                <h4>{ text::companions::TERM_SHEET }</h4>
                <dl class="terms">
                    { for ally.term_sheet.iter().map(|term| {
                        let (name, what) = text::companions::term(*term);
                        html! { <div><dt>{ name }</dt><dd class="muted">{ what }</dd></div> }
                    }) }
                </dl>
            }
        </>
    }
}

fn question(model: &Model, act: &Act, question: PartnerQuestion) -> Html {
    let answer = question.answer(model.scenario());
    let radio = |choice: Choice| {
        let act = act.clone();
        let onchange = Callback::from(move |_: Event| {
            act.emit(Action::Put { path: question.path().to_owned(), value: PartnerQuestion::value(choice) });
        });
        let label = match choice {
            Choice::Yes => text::page::YES,
            Choice::No => text::page::NO,
            Choice::Nth(_) | Choice::Unknown => text::page::OPEN,
        };
        html! { <label><input type="radio" name={question.path()} checked={answer == choice} {onchange} />{ label }</label> }
    };
    html! {
        <fieldset class="segmented" data-path={question.path()}>
            <legend>{ text::companions::partner_question(question) }</legend>
            { for PartnerQuestion::CHOICES.into_iter().map(radio) }
        </fieldset>
    }
}
