//! Older documents are brought up to [`SCHEMA_VERSION`](super::SCHEMA_VERSION) while they are read,
//! one step a version; a newer document is read as far as it is understood.
//!
//! From 1 to 2 there is nothing to move: version 2 has `headlines` between the dateline and the lead,
//! and a part that a document has not is read as an empty one in its place, as the editor does it.

use serde_json::{Map, Value};

/// Brings the envelope of a document up to the present schema. A bare ProseMirror document, without
/// an envelope, counts as version 1.
pub fn migrate(envelope: Map<String, Value>) -> Map<String, Value> {
    if envelope.contains_key("doc") || !envelope.contains_key("type") {
        return envelope;
    }
    Map::from_iter([("doc".to_owned(), Value::Object(envelope))])
}
