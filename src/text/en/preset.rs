//! Names of the examples, and what is assumed in them.

#[cfg(feature = "page")]
use crate::format::local;

/// Name in the list of examples.
#[must_use]
pub fn name(id: &str) -> &'static str {
    match id {
        "legal-tech-month-1" => "Legal tech, month 1: start",
        "legal-tech-month-4" => "Legal tech, month 4: fine-tune?",
        "legal-tech-month-9" => "Legal tech, month 9: from scratch?",
        "commodity" => "A commodity: translation",
        "high-volume" => "High volume: 10 million calls",
        _ => "Your own numbers",
    }
}

/// One line below the title.
#[must_use]
pub fn summary(id: &str) -> &'static str {
    match id {
        "legal-tech-month-1" => {
            "A start-up finds terms and risks in contracts and proposes edits. 50 beta users, an API at $2,000 a month, 74% accuracy on its own test set."
        }
        "legal-tech-month-4" => {
            "3,000 annotated contracts, given with permission. A tuned open model reaches 89%, and there are 500 users now."
        }
        "legal-tech-month-9" => {
            "The tuned model serves 500 users at 89%. Is a model of its own, at more than $200,000 and with two researchers to hire, worth it?"
        }
        "commodity" => {
            "Support tickets are translated with a model that everybody can call. Nothing about it is special."
        }
        "high-volume" => "A plain tagging task at a volume where the answers say one thing and the bill another.",
        _ => "",
    }
}

/// What is assumed, and what the article leaves open (I30 to I34).
#[cfg(feature = "page")]
#[must_use]
pub fn notes(id: &str) -> Vec<String> {
    let plain = |notes: &[&str]| notes.iter().map(|note| local(note)).collect();
    match id {
        "legal-tech-month-1" | "legal-tech-month-4" | "legal-tech-month-9" => super::example::notes(),
        "commodity" => plain(&[
            "Token counts, machine and engineers are our assumptions; the model’s list price comes from the price catalogue with its date.",
            "A commodity feature has no reason to climb towards a model of its own, so the destination stays the API.",
        ]),
        "high-volume" => plain(&[
            "The volume, $0.02 a call and $4,500 a month for the tuned model are made up to show a disagreement: your answers say API, the bill says fine-tune by $195,500 a month.",
            "Engineers for the tuned model are not counted here. Add them and see how little it changes at this volume.",
        ]),
        _ => Vec::new(),
    }
}
