//! The article's rules that decide nothing by themselves, its worked example, and how its open points are read: only the
//! page shows them.

use crate::decision::RuleId;

/// The words of a rule; empty for those that the engine decides by, whose words are in `rule`.
#[must_use]
pub fn article(rule: RuleId) -> &'static str {
    match rule {
        RuleId::S1 => {
            "There are three approaches and no fourth: call an API (the vendor runs, scales and renews the model and you send requests: quickest, least paid up front, least of your own), tune a model (one that has learned already is taught your cases: in the middle, needs examples from your domain), train from scratch (architecture, data, training and everything after are your job: most paid, most control, needs a team and machines)."
        }
        RuleId::S2 => {
            "Five factors count, in this order: differentiation, data, expertise, timeline, cost in the long run."
        }
        RuleId::S4 => {
            "Sourcing is a place between fully outsourced and fully owned, with several stops, not a yes or a no."
        }
        RuleId::S5 => {
            "Weighing effort against customisation leaves out what is special about AI: data, a model that sets you apart, upkeep without end, and stops in between."
        }
        RuleId::S6 => "Look at the five factors first, then map them to one of the three approaches.",
        RuleId::H1 => "Sorting text into classes took an ML team of your own.",
        RuleId::H2 => "The same task was one call to somebody else’s API.",
        RuleId::H3 => "A leading model could be tuned to one domain within an afternoon.",
        RuleId::F4 => {
            "Is it what people buy the product for, or does it only help? In the first case an API leaves too little control, in the second it will usually do."
        }
        RuleId::D6 => {
            "Data is said to weigh most of all: unusual, good data can lift a tuned or home-made model above anything on offer."
        }
        RuleId::E5 => {
            "Tuning takes engineers who know training, evaluation and deployment; training from scratch takes researchers who design architectures and rescue unstable runs. Finding them takes months, and they cost well above other engineers."
        }
        RuleId::L5 => {
            "A long custom project is a poor opening where an API could show within weeks whether anyone wants it. Prove it, then invest."
        }
        RuleId::C1 => "API, a month: calls at the volume you aim for, times the price of one call.",
        RuleId::C2 => {
            "Tuned model, a month: hosting or inference, a month’s share of the tuning, and the engineers who keep it going."
        }
        RuleId::C3 => "Model from scratch, a month: machines, the ML team, and a month’s share of the training.",
        RuleId::C4 => {
            "For many products the API and a self-hosted tuned model cost the same somewhere between 100,000 and 1,000,000 predictions a month; the spread around that is very wide, since it depends on the task and on the vendor’s prices."
        }
        RuleId::C5 => {
            "An API looks cheap in a prototype and dear in production; a model of your own is the other way round."
        }
        RuleId::T5 => {
            "Whatever you choose, plan the next move: products tend to climb from API to tuning to a model of their own."
        }
        RuleId::W1 => "A new AI capability is about to start, and its first sourcing has to be settled.",
        RuleId::W2 => "You use an API and wonder whether a model that you host would serve better.",
        RuleId::W3 => "A year has passed: is what you chose still right?",
        RuleId::W4 => "A feature runs at scale, and its bill is the question.",
        RuleId::W5 => "You depend on a vendor, and that has become a risk worth weighing.",
        RuleId::RM1 => "A layer of your own between product and provider",
        RuleId::RM2 => "A second provider that can take over",
        RuleId::RM3 => "Contract terms on price, changes, data and availability",
        RuleId::M1 => "The stages run from API to tuning to a model of your own, and none is skipped.",
        RuleId::X1 => {
            "This framework: three approaches for AI alone, with the middle ground of tuning and a look at your data."
        }
        RuleId::X2 => "Build or buy, the plain version: for software in general, yes or no, without tuning in between.",
        RuleId::X3 => {
            "A Wardley map: places the parts of a product between novelty and commodity; it does not say how to source them."
        }
        RuleId::X4 => {
            "Make, buy or ally: adds a partner, which pays off in AI where sharing data with a vendor gives what neither has alone."
        }
        RuleId::X5 => {
            "Total cost of ownership: the money in full, and a good feed for the cost factor; silent on what sets you apart, on data and on people."
        }
        RuleId::X6 => {
            "Use two of them together with this one: total cost of ownership for cost, a Wardley map for differentiation."
        }
        RuleId::Q1 => {
            "An API fits when the task is generic, the team has no ML skill, time is short and no data is needed. It also serves to find out whether anyone wants it."
        }
        RuleId::Q2 => "Depending on an API brings five risks, and three measures help against them.",
        RuleId::Q3a => {
            "Tuning fits where your domain already has a good foundation model and you hold a moderate amount of data, hundreds to thousands of examples."
        }
        RuleId::Q3b => {
            "Training from scratch asks for four things at once: no adequate model, millions of examples, a highly specialised task, a team with infrastructure."
        }
        RuleId::Q3c => {
            "The article claims that tuning gives most teams 90% of what a model from scratch would, for a tenth of the money."
        }
        RuleId::Lg1 => "First phase, months 1 to 3: an API",
        RuleId::Lg2 => "Accuracy on the team’s own test set",
        RuleId::Lg3 => "API bill with 50 users in the beta",
        RuleId::Lg4 => "Second phase, months 4 to 8: a tuned open model",
        RuleId::Lg5 => "Annotated contracts, given with permission",
        RuleId::Lg6 => "Accuracy after tuning",
        RuleId::Lg7 => "Compute for the tuning",
        RuleId::Lg8 => "Machines that serve the tuned model",
        RuleId::Lg9 => "What the API would cost with 500 users",
        RuleId::Lg10 => "Saved a month, without engineers",
        RuleId::Lg11 => "The tuning has paid for itself after",
        RuleId::Lg12 => "Spent in the first eight months",
        RuleId::Lg13 => "A model from scratch, and what it costs more than all that",
        RuleId::Lg14 => "What the article says was saved, at least",
        RuleId::Lg15 => {
            "Month 9: 89% is more than users expect, so keep tuning; look again when accuracy must rise or tuning stops helping"
        }
        RuleId::Lg16 => {
            "What was wrong: standard clauses were fine, terms of the trade were misread, clauses were sometimes invented. Tuning cured the terms and made invention rare."
        }
        RuleId::I01 => {
            "The tree never asks about time or money. So the tree gives the first recommendation, team and timeline cap what can start now, and money sets a trigger and a difference, never the answer by itself."
        }
        RuleId::I02 => {
            "For a team without engineers the tree says managed tuning, the table says API only. The table is read strictly; a person who owns evaluation and data quality lets the service count."
        }
        RuleId::I03 => {
            "The first question of the tree is yes or no, differentiation has three levels. Both are asked: commodity implies no, core implies yes, and adapted leaves it to you, with both branches shown until you answer."
        }
        RuleId::I04 => {
            "Differentiation and a data moat say where you would like to end up; team, time and data size say what you can do now. So the first are drawn as pulls, the others as limits."
        }
        RuleId::I05 => {
            "Nobody says how much data is significant. Suggested here: yes from 1,000 examples on or with a moat, no below 100, open between. The thresholds are ours, and your own answer wins."
        }
        RuleId::I06 => {
            "A few hundred examples are called enough to tune in one place and little in another. From 100 to 999 both answers are worked out, and both ends are shown."
        }
        RuleId::I07 => {
            "The data table has no row for 1 to 99 examples, for 10,000 to 99,999, or for none with a special task. The row below is used and marked as a gap."
        }
        RuleId::I08 => {
            "A moat is not a size: it is asked beside the number of examples, and it can be too small to train from scratch."
        }
        RuleId::I09 => {
            "The article names three floors for training from scratch: thousands, hundreds of thousands, millions. All three stand on one scale; the strict one counts for the conditions."
        }
        RuleId::I10 => {
            "With hundreds of thousands of examples the table leaves it to the task’s complexity, for which it gives no measure. The answer about a new architecture is taken for it: no leans to tuning, yes to training."
        }
        RuleId::I11 => {
            "In one sentence a moat helps tuning as well, in its row only a model of your own. The row is shown as it stands; tuning is then below it, not wrong."
        }
        RuleId::I12 => {
            "Data is said to weigh most, yet the tree asks about differentiation first. Nothing is weighted here; the tree’s order holds because it is the procedure."
        }
        RuleId::I13 => {
            "The team table has no row for three or four engineers, for five without infrastructure, or for researchers without a budget. The more cautious neighbour is used and marked as a gap."
        }
        RuleId::I14 => "With one or two engineers, tuning a foundation model is shown as its managed variant.",
        RuleId::I15 => {
            "The timeline does not know that hiring takes months. Where people are missing, the time that finding them takes comes off the deadline; blank takes nothing off."
        }
        RuleId::I16 => {
            "The timeline’s rows share their ends and leave a seam. A shared end goes to the shorter row and is marked; a row is a ceiling, so lighter approaches stay possible. A month is 52/12 weeks here, three months 13, six 26 (ours)."
        }
        RuleId::I17 => {
            "The afternoon is the training run alone. The weeks and months are the time until real users have it."
        }
        RuleId::I18 => {
            "The tree can end at training from scratch with two engineers and little data; the article’s answers ask for four conditions. Fewer than four are shown as a disagreement, and the missing ones are asked only where the tree comes near."
        }
        RuleId::I19 => "The claim has no support in the article. Its own example gives two other shares of the cost.",
        RuleId::I20 => {
            "After “no expertise” the tree stops asking. Whether a new architecture is needed is asked all the same: if so, there may be nothing to tune."
        }
        RuleId::I21 => {
            "Everyone is expected to climb, but a commodity has no reason to. The level caps the destination: not core stays on the API, adapted ends at tuning, core goes where the tree leads. Cost or a vendor’s risk can still open a move."
        }
        RuleId::I22 => {
            "Start on an API, says one rule; the tree may say otherwise at once. While nobody has shown that they want it, the start is an API, and the tree’s end becomes the destination."
        }
        RuleId::I23 => {
            "“Run a spike first” and “validate with an API first” are two questions: can AI do it, and does anyone want it? A spike may call an API without being a sourcing decision."
        }
        RuleId::I24 => "Three things are ruled out before anything else, whatever brings you here.",
        RuleId::I25 => {
            "A fixed approach is not named, so you are asked which ones remain. The lightest of them that is realistic is shown; where the team cannot carry it, that blocks the start."
        }
        RuleId::I26 => {
            "“Cheapest” is worked out at your volume: at scale the mark moves away from the API, and says so."
        }
        RuleId::I27 => {
            "Calls, predictions and users are three units. One is declared for the whole page; the usual band appears only where it is predictions."
        }
        RuleId::I28 => {
            "The formulas for own models have no volume in them, so hosting is flat unless you say otherwise. Machines come in whole numbers in reality, and then lines can cross many times."
        }
        RuleId::I29 => "The usual band is about the API and a tuned model, and is drawn on that pair alone.",
        RuleId::I30 => {
            "The bills of the example give two prices per user. Both fit a discount for volume, so the crossing is a range and never one figure."
        }
        RuleId::I31 => {
            "The example leaves out the engineer that the article’s own formula asks for, and the labelling. Both stay blank here; the cost at which the lead changes hands is shown instead."
        }
        RuleId::I32 => {
            "The example would hire two researchers; the team table asks for five people. The number is shown as the article’s own."
        }
        RuleId::I33 => {
            "Six months and $150,000 saved are stated without a derivation. What the figures give is shown; the months cannot be derived."
        }
        RuleId::I34 => {
            "The article never says over how many months a one-off cost is spread. 12 is ours, can be changed, and stands beside every result that uses it."
        }
        RuleId::I35 => {
            "Planning the next move is said to hold whatever the choice, so it follows all five ends of the tree."
        }
        RuleId::I36 => {
            "The answer about APIs joins four conditions; in the tree one of them is enough. The four are counted here and decide nothing."
        }
        RuleId::I37 => {
            "Running an open model without tuning, and answering from your own documents, are in none of the three approaches. Both are offered as additions: documents supply knowledge, tuning shapes behaviour."
        }
        RuleId::I38 => {
            "The five risks are listed for APIs alone. A managed tuning service brings the same five, so they are shown for both."
        }
        RuleId::I39 => {
            "A yearly review and a horizon of 18 months: the date is suggested within 12 months, and anything past 18 warns."
        }
        RuleId::I40 => {
            "An API is said to cost nothing up front, yet a layer, logging, consent and an interface are asked from the first day. There is a line for that, blank until you fill it."
        }
        RuleId::I41 => {
            "Six to twelve months is the earliest for training from scratch, not an estimate: elsewhere the article says months to years."
        }
        _ => "",
    }
}
