//! Writes the JSON Schemas of scenario and report into a folder: `cargo run --example schema -- FOLDER`.
//!
//! They come from the Rust types. Two things the types cannot say are added: which fields of a scenario may be missing
//! (all but a few), and that unknown keys are problems.

use std::path::Path;
use std::process::ExitCode;

use ai_build_vs_buy::report::Report;
use ai_build_vs_buy::scenario::Scenario;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

/// Fields that a scenario cannot do without, by the type that they stand in.
const REQUIRED: [(&str, &[&str]); 4] = [
    ("Imposed", &["allowed"]),
    ("Link", &["a", "b", "spearman"]),
    ("Tier", &["amount"]),
    ("TieredPrice", &["mode", "tiers"]),
];

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: schema FOLDER");
        return ExitCode::from(2);
    };
    let mut input = schema::<Scenario>("scenario");
    optional(&mut input);
    closed(&mut input);
    let mut report = schema::<Report>("report");
    closed(&mut report);
    let files = [
        ("scenario.schema.json", input),
        ("complete-scenario.schema.json", schema::<Scenario>("complete-scenario")),
        ("report.schema.json", report),
    ];
    for (name, schema) in files {
        let text = format!("{schema:#}\n");
        if let Err(error) = std::fs::write(Path::new(&folder).join(name), text) {
            eprintln!("{name}: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn schema<T: JsonSchema>(name: &str) -> Value {
    let schema: Schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    let mut value = schema.to_value();
    add(&mut value, "$id", json!(format!("urn:ai-build-vs-buy:{name}:1")));
    value
}

fn add(schema: &mut Value, key: &str, value: Value) {
    if let Some(fields) = schema.as_object_mut() {
        fields.insert(key.to_owned(), value);
    }
}

/// Takes every field out of `required` but the few that are, and the tags.
fn optional(schema: &mut Value) {
    let keep = |name: &str, field: &Value| {
        let kept = REQUIRED.iter().find(|(kind, _)| *kind == name).map_or(&[][..], |(_, fields)| fields);
        field.as_str().is_some_and(|field| kept.contains(&field))
    };
    let prune = |name: &str, schema: &mut Value| {
        if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
            required.retain(|field| keep(name, field));
        }
    };
    prune("Scenario", schema);
    if let Some(types) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        types.iter_mut().for_each(|(name, schema)| prune(name, schema));
    }
}

/// Refuses unknown keys: on the variants of a tagged type, where there are some, else on the object itself.
fn closed(schema: &mut Value) {
    let mut tagged = Vec::new();
    variants(schema, &mut tagged);
    close(schema);
    if let Some(types) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        types.iter_mut().filter(|(name, _)| !tagged.contains(name)).for_each(|(_, schema)| close(schema));
    }
}

fn close(schema: &mut Value) {
    if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
        add(schema, "unevaluatedProperties", json!(false));
    }
}

/// Closes the variants of tagged types and collects the types that stand in them.
fn variants(schema: &mut Value, tagged: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            if let Some(cases) = fields.get_mut("oneOf").and_then(Value::as_array_mut) {
                for case in cases.iter_mut().filter(|case| case.get("properties").is_some()) {
                    let inner = case.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
                    tagged.extend(inner.map(str::to_owned));
                    close(case);
                }
            }
            fields.values_mut().for_each(|inner| variants(inner, tagged));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| variants(item, tagged)),
        _ => {}
    }
}
