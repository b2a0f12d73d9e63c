//! What another program put into a document survives this one.

use crate::page::{HEADLINE, type_into, until_saved};
use serde_json::{Value, json};
use support::Machine;

#[tokio::test]
async fn an_unknown_node_mark_and_attribute_survive_open_type_and_save() {
    let machine = Machine::new("unknown-nodes");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    let story = window.act("new_story", json!({})).await["value"].take();
    let document = document();
    let save = json!({ "storyId": story["id"], "basedOn": story["revision"], "document": document.to_string() });
    window.act("save_draft", save).await;

    window.click("Stranger").await;
    type_into(&window, HEADLINE, " at home").await;
    until_saved(&window).await;

    let saved = window.act("story", json!({ "storyId": story["id"] })).await;
    let saved: Value = serde_json::from_str(saved["document"].as_str().expect("a document"))
        .expect("the document is JSON");
    let mut expected = document;
    expected["doc"]["content"][1]["content"][0]["text"] = json!("Stranger at home");
    // The second schema has more headlines before the body; the document came in the first.
    assert_eq!(saved["doc"]["content"][7], expected["doc"]["content"][6], "the body");
    assert_eq!(saved["doc"]["content"][1], expected["doc"]["content"][1], "the headline");
    assert_eq!(saved["madeBy"], "another program");
}

fn document() -> Value {
    json!({
        "schemaVersion": 1,
        "madeBy": "another program",
        "doc": { "type": "story", "content": [
            { "type": "kicker" },
            { "type": "headline", "content": [{ "type": "text", "text": "Stranger" }] },
            { "type": "standfirst" },
            { "type": "byline" },
            { "type": "dateline" },
            { "type": "lead" },
            { "type": "body", "content": [
                { "type": "paragraph", "attrs": { "mood": "calm" }, "content": [
                    { "type": "text", "text": "Plain and " },
                    { "type": "text", "text": "marked", "marks": [{ "type": "glow", "attrs": { "hue": 12 } }] },
                    { "type": "text", "text": "." },
                ] },
                { "type": "timeline", "attrs": { "from": 1911 }, "content": [{ "type": "moment", "attrs": { "at": 3 } }] },
            ] },
            { "type": "signOff" },
        ] },
    })
}
