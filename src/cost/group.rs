//! Groups of cost lines, for reading what a bill is made of (part 4.4).

use super::{Line, OptionCost};

/// A group of cost lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Price per use.
    Use,
    /// Machines.
    Machines,
    /// People.
    People,
    /// Retraining and other lines that recur.
    Other,
    /// What is paid once, spread over months.
    Once,
}

impl Group {
    /// In the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Use, Self::Machines, Self::People, Self::Other, Self::Once];

    /// The group of a cost line.
    #[must_use]
    pub fn of(line: &Line) -> Self {
        match line.line.as_str() {
            "price" => Self::Use,
            "hosting" => Self::Machines,
            "staff" => Self::People,
            name if name.starts_with("oneOff.") => Self::Once,
            _ => Self::Other,
        }
    }
}

impl OptionCost {
    /// The groups that cost something, with their money per month.
    #[must_use]
    pub fn groups(&self) -> Vec<(Group, f64)> {
        let sum = |group: Group| {
            let lines = self.lines.iter().filter(|line| Group::of(line) == group);
            lines.map(|line| line.amount).sum::<f64>()
        };
        Group::ALL.into_iter().map(|group| (group, sum(group))).filter(|(_, amount)| *amount > 0.0).collect()
    }
}
