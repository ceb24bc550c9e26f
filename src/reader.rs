//! From an untyped tree to typed values, collecting every problem on the way instead of stopping at the first.
//!
//! `fields!` and `kinds!` say how a struct or a tagged enum stands in JSON; unknown keys are problems. What a field
//! means, and which range it has, belongs to its type.

use crate::json::Json;
use crate::problem::{Problem, ProblemKind, Problems};
use crate::text;

/// Where in the tree a value stands.
#[derive(Clone, Copy)]
pub enum At<'a> {
    /// The top.
    Top,
    /// Below a key.
    Key(&'a At<'a>, &'a str),
    /// An item of a list.
    Item(&'a At<'a>, usize),
}

impl<'a> At<'a> {
    /// Below a key of this place.
    #[must_use]
    pub fn key(&'a self, key: &'a str) -> Self {
        At::Key(self, key)
    }

    /// The path in words: `a.b[2].c`.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            At::Top => String::new(),
            At::Key(At::Top, key) => (*key).to_owned(),
            At::Key(before, key) => format!("{}.{key}", before.path()),
            At::Item(before, index) => format!("{}[{index}]", before.path()),
        }
    }

    /// A problem at this place.
    pub fn refuse<T>(&self, problems: &mut Problems, kind: ProblemKind, message: impl Into<String>) -> Option<T> {
        problems.0.push(Problem::new(self.path(), kind, message));
        None
    }

    /// Another kind of value is wanted here.
    pub fn wrong_type<T>(&self, problems: &mut Problems, found: &Json, wanted: &str) -> Option<T> {
        self.refuse(problems, ProblemKind::WrongType, text::problem::wrong_type(wanted, found.kind_name()))
    }
}

/// A type that can be read from JSON. `None` means that at least one problem was added.
pub trait FromJson: Sized {
    /// Reads a value that is there.
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self>;

    /// What a missing value means: a problem, unless the type says otherwise.
    fn absent(at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let At::Key(_, name) = at else { return None };
        at.refuse(problems, ProblemKind::Missing, text::problem::missing(name))
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            json => T::read(json, at, problems).map(Some),
        }
    }

    fn absent(_: &At<'_>, _: &mut Problems) -> Option<Self> {
        Some(None)
    }
}

impl FromJson for bool {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        match json {
            Json::Bool(value) => Some(*value),
            other => at.wrong_type(problems, other, "true or false"),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let Json::List(items) = json else { return at.wrong_type(problems, json, "a list") };
        let mut read = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            read.extend(T::read(item, &At::Item(at, index), problems));
        }
        (read.len() == items.len()).then_some(read)
    }

    fn absent(_: &At<'_>, _: &mut Problems) -> Option<Self> {
        Some(Vec::new())
    }
}

/// The pairs of an object.
pub fn object<'a>(json: &'a Json, at: &At<'_>, problems: &mut Problems) -> Option<&'a [(String, Json)]> {
    match json {
        Json::Object(pairs) => Some(pairs),
        other => at.wrong_type(problems, other, "an object"),
    }
}

/// The pairs of an object whose keys are all known; unknown and double keys are problems.
pub fn known<'a>(json: &'a Json, names: &[&str], at: &At<'_>, problems: &mut Problems) -> Option<&'a [(String, Json)]> {
    let pairs = object(json, at, problems)?;
    for (place, (key, _)) in pairs.iter().enumerate() {
        if !names.contains(&key.as_str()) {
            let message = text::problem::unknown_field(key, nearest(key, names));
            let _: Option<()> = at.key(key).refuse(problems, ProblemKind::UnknownField, message);
        } else if pairs.iter().take(place).any(|(before, _)| before == key) {
            let message = text::problem::double_field(key);
            let _: Option<()> = at.key(key).refuse(problems, ProblemKind::DuplicateField, message);
        }
    }
    Some(pairs)
}

/// A place that a field is read into, whatever its type: fields of one struct are read by one loop, since code of its own
/// for each costs bytes in a browser.
pub trait Slot {
    /// Takes the value that is there, or what it means that there is none; a problem leaves the place as it is.
    fn fill(&mut self, json: Option<&Json>, at: &At<'_>, problems: &mut Problems);
}

impl<T: FromJson> Slot for T {
    fn fill(&mut self, json: Option<&Json>, at: &At<'_>, problems: &mut Problems) {
        if let Some(value) = read_or_absent(json, at, problems) {
            *self = value;
        }
    }
}

/// A place without a default.
pub struct Unset<T>(pub Option<T>);

impl<T: FromJson> Slot for Unset<T> {
    fn fill(&mut self, json: Option<&Json>, at: &At<'_>, problems: &mut Problems) {
        self.0 = read_or_absent(json, at, problems);
    }
}

/// One field of an object.
pub fn field<T: FromJson>(pairs: &[(String, Json)], key: &str, at: &At<'_>, problems: &mut Problems) -> Option<T> {
    read_or_absent(value(pairs, key), &at.key(key), problems)
}

fn read_or_absent<T: FromJson>(json: Option<&Json>, at: &At<'_>, problems: &mut Problems) -> Option<T> {
    match json {
        Some(json) => T::read(json, at, problems),
        None => T::absent(at, problems),
    }
}

/// Reads the fields of an object, each into its place, and says how many problems there were before that: a key that is
/// unknown or double hides no problem of the others. `None` where it is no object.
#[inline(never)]
pub fn fill(slots: &mut [(&str, &mut dyn Slot)], json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<usize> {
    let names: Vec<&str> = slots.iter().map(|(name, _)| *name).collect();
    let pairs = known(json, &names, at, problems)?;
    let before = problems.0.len();
    for (name, slot) in slots {
        slot.fill(value(pairs, name), &at.key(name), problems);
    }
    Some(before)
}

/// What stands at a key. Its own function, or each field would have a copy.
#[inline(never)]
fn value<'a>(pairs: &'a [(String, Json)], key: &str) -> Option<&'a Json> {
    pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

/// A word out of a list.
pub fn word<T: Copy>(json: &Json, words: &[(&str, T)], at: &At<'_>, problems: &mut Problems) -> Option<T> {
    let Json::Text(given) = json else { return at.wrong_type(problems, json, "text") };
    let found = words.iter().find(|(word, _)| word == given).map(|(_, value)| *value);
    found.or_else(|| {
        let accepted: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        at.refuse(problems, ProblemKind::UnknownValue, text::problem::unknown_value(given, &accepted))
    })
}

/// The known name that the given one was probably meant to be.
fn nearest<'a>(given: &str, known: &[&'a str]) -> Option<&'a str> {
    let given: String = given.chars().take(40).collect::<String>().to_ascii_lowercase();
    let score = |name: &str| strsim::jaro_winkler(&given, &name.to_ascii_lowercase());
    let best = known.iter().copied().max_by(|a, b| score(a).total_cmp(&score(b)))?;
    (score(best) >= 0.8).then_some(best)
}

/// How a struct stands in JSON: its fields with their keys, and checks across fields.
macro_rules! fields {
    // Nothing given is the default. Over a default there is nothing to clean up after a problem, which halves the code.
    ($name:ident default $default:expr, { $($field:ident = $key:literal,)+ } $(check $check:path)?) => {
        impl $crate::reader::FromJson for $name {
            fn read(
                json: &$crate::json::Json,
                at: &$crate::reader::At<'_>,
                problems: &mut $crate::problem::Problems,
            ) -> Option<Self> {
                let mut read: Self = $default;
                if matches!(json, $crate::json::Json::Null) {
                    return Some(read);
                }
                let before = $crate::reader::fill(&mut [$(($key, &mut read.$field)),+], json, at, problems)?;
                $($check(&read, at, problems);)?
                (problems.0.len() == before).then_some(read)
            }

            fn absent(at: &$crate::reader::At<'_>, problems: &mut $crate::problem::Problems) -> Option<Self> {
                <Self as $crate::reader::FromJson>::read(&$crate::json::Json::Null, at, problems)
            }
        }
    };
    ($name:ident { $($field:ident = $key:literal,)+ } $(check $check:path)?) => {
        impl $crate::reader::FromJson for $name {
            fn read(
                json: &$crate::json::Json,
                at: &$crate::reader::At<'_>,
                problems: &mut $crate::problem::Problems,
            ) -> Option<Self> {
                $(let mut $field = $crate::reader::Unset(None);)+
                let before = $crate::reader::fill(&mut [$(($key, &mut $field)),+], json, at, problems)?;
                let read = Self { $($field: $field.0?),+ };
                $($check(&read, at, problems);)?
                (problems.0.len() == before).then_some(read)
            }
        }
    };
}

/// How an enum without fields stands in JSON.
macro_rules! words {
    ($name:ident $(default $default:expr,)? { $($word:literal => $variant:ident,)+ }) => {
        impl $crate::reader::FromJson for $name {
            fn read(
                json: &$crate::json::Json,
                at: &$crate::reader::At<'_>,
                problems: &mut $crate::problem::Problems,
            ) -> Option<Self> {
                $crate::reader::word(json, &[$(($word, Self::$variant)),+], at, problems)
            }
            $(
                fn absent(_: &$crate::reader::At<'_>, _: &mut $crate::problem::Problems) -> Option<Self> {
                    Some($default)
                }
            )?
        }
    };
}

/// How an enum whose variants are structs stands in JSON: `kind` names the variant, its fields stand beside it.
macro_rules! kinds {
    ($name:ident { $($kind:literal => $variant:ident($inner:ident),)+ }) => {
        impl $crate::reader::FromJson for $name {
            fn read(
                json: &$crate::json::Json,
                at: &$crate::reader::At<'_>,
                problems: &mut $crate::problem::Problems,
            ) -> Option<Self> {
                #[derive(Clone, Copy)]
                enum Kind { $($variant),+ }
                let pairs = $crate::reader::object(json, at, problems)?;
                let place = at.key("kind");
                let kind = match pairs.iter().find(|(key, _)| key == "kind") {
                    Some((_, kind)) => $crate::reader::word(kind, &[$(($kind, Kind::$variant)),+], &place, problems)?,
                    None => {
                        let message = $crate::text::problem::missing("kind");
                        return place.refuse(problems, $crate::problem::ProblemKind::Missing, message);
                    }
                };
                let rest: Vec<_> = pairs.iter().filter(|(key, _)| key != "kind").cloned().collect();
                let rest = $crate::json::Json::Object(rest);
                match kind {
                    $(Kind::$variant => $inner::read(&rest, at, problems).map(Self::$variant),)+
                }
            }
        }
    };
}

pub(crate) use {fields, kinds, words};
