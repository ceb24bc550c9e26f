//! Names of the examples, and what is assumed in them.

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
            "A start-up builds contract analysis. 50 beta users, an API at $2,000 a month, 74% accuracy on its own test set."
        }
        "legal-tech-month-4" => {
            "3,000 annotated contracts, given with permission. A tuned open model reaches 89%, and there are 500 users now."
        }
        "legal-tech-month-9" => {
            "The tuned model serves 500 users at 89%. Is a model of its own, at $200,000 and two researchers, worth it?"
        }
        "commodity" => {
            "Support tickets are translated with a model that everybody can call. Nothing about it is special."
        }
        "high-volume" => "A plain tagging task at a volume where the answers say one thing and the bill another.",
        _ => "",
    }
}

/// What is assumed, and what the article leaves open (I30 to I33).
#[must_use]
pub fn notes(id: &str) -> &'static [&'static str] {
    match id {
        "legal-tech-month-1" | "legal-tech-month-4" | "legal-tech-month-9" => &[
            "Price per user: $2,000 for 50 users is $40 each, $18,000 for 500 users is $36 each. Both fit a volume discount, so the crossing is a range: 97.9 to 108.8 users, not one figure.",
            "Engineers for the tuned model are not counted, as in the article, although its own formula asks for them. Anything above $14,083 a month for them would make the API cheaper at 500 users.",
            "Labelling is not counted either: the examples came from beta users. Bought from experts, 3,000 of them would cost $15,000 to $60,000.",
            "The article never says who is on the team. Two ML engineers are our assumption: self-hosted tuning takes at least one, and training from scratch would have meant hiring two researchers.",
            "From scratch: $200,000 and two researchers at $25,833 a month each (typical cost, 2026; the article gives no salary). Two researchers are fewer than the team of five that the article’s own table asks for.",
            "The months: three on the API, five on the tuned model. One-off costs are spread over 12 months, which is our choice: with 5 months the crossing is 112.5 to 125 users, with hosting alone 87.5 to 97.2.",
            "The article says that this path saved six months and more than $150,000. Its figures give $28,500 spent by month 8 against $200,000, which is $171,500; the six months cannot be derived from them.",
            "After tuning, industry terms were read correctly and invented clauses became rare; standard clauses had been fine from the start.",
        ],
        "commodity" => &[
            "Token counts, machine and engineers are our assumptions; the model’s list price comes from the price catalogue with its date.",
            "A commodity feature has no reason to climb towards a model of its own, so the destination stays the API.",
        ],
        "high-volume" => &[
            "The volume, $0.02 a call and $4,500 a month for the tuned model are made up to show a disagreement: your answers say API, the bill says fine-tune by $195,500 a month.",
            "Engineers for the tuned model are not counted here. Add them and see how little it changes at this volume.",
        ],
        _ => &[],
    }
}
