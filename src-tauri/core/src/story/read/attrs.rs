//! Taking a node apart: its type, its content, and the attributes that this program knows. What is
//! not taken stays behind and is kept.

use crate::story::document::Extra;
use serde_json::{Map, Value};

pub(super) fn node_type(node: &Value) -> &str {
    node.get("type").and_then(Value::as_str).unwrap_or_default()
}

pub(super) fn take_content(node: &mut Map<String, Value>) -> Vec<Value> {
    match node.remove("content") {
        Some(Value::Array(content)) => content,
        _ => Vec::new(),
    }
}

pub(super) fn take_attrs(node: &mut Map<String, Value>) -> Extra {
    match node.remove("attrs") {
        Some(Value::Object(attrs)) => attrs,
        _ => Extra::new(),
    }
}

pub(super) fn take_attrs_of(node: &mut Value) -> Extra {
    node.as_object_mut().map(take_attrs).unwrap_or_default()
}

pub(super) fn attrs_of(mut node: Value) -> Extra {
    take_attrs_of(&mut node)
}

pub(super) fn take_string(attrs: &mut Extra, name: &str) -> Option<String> {
    match attrs.get(name) {
        Some(Value::String(_)) => match attrs.remove(name) {
            Some(Value::String(text)) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// Takes the attribute away when it is what `test` says; answers whether it was.
pub(super) fn take_if(attrs: &mut Extra, name: &str, test: impl Fn(&Value) -> bool) -> bool {
    let found = attrs.get(name).is_some_and(test);
    if found {
        attrs.remove(name);
    }
    found
}
