//! Older documents are brought up to [`SCHEMA_VERSION`](super::SCHEMA_VERSION) while they are read,
//! one step a version. Version 1 is the first, so there is no step yet; a newer document is read as
//! far as it is understood.

use serde_json::{Map, Value};

/// Brings the envelope of a document up to the present schema. A bare ProseMirror document, without
/// an envelope, counts as version 1.
pub fn migrate(envelope: Map<String, Value>) -> Map<String, Value> {
    if envelope.contains_key("doc") || !envelope.contains_key("type") {
        return envelope;
    }
    let mut wrapped = Map::new();
    wrapped.insert("doc".into(), Value::Object(envelope));
    wrapped
}
