//! The story list: templates, copies, follow-ups, many stories at once, and two side by side.

use crate::page::{HEADLINE, open_the_sample, type_into, until_saved};
use serde_json::{Value, json};
use support::{Key, Machine, Window};

const LIST: &str = "[role=grid]";
const FOUND: &str = "aside [role=status]";
const PANEL: &str = ".panel";
const BESIDE: &str = "section.beside";
const BESIDE_HEADLINE: &str = "section.beside .headline";
const SAMPLE: &str = "Trams win council vote to return to Marensund’s “singing bridge\"";
const SAMPLE_SLUG: &str = "TRAMS-WIN-COUNCIL";

#[tokio::test]
async fn a_template_begins_a_story_with_its_skeleton() {
    let machine = Machine::new("a-template");
    let window = machine.start().await;
    open_the_sample(&window).await;
    until_saved(&window).await;

    choose(&window, SAMPLE, "Save as template…").await;
    window.shows("dialog", "Name of the template").await;
    window.press_control('a').await;
    window.type_text("Council report").await;
    window.click_in("dialog", "Save").await;
    window.shows("body", "“Council report” is a template now.").await;

    window.press_with(&[Key::Control, Key::Shift], 'n').await;
    window.shows("dialog", "Council report").await;
    window.picture("templates").await;
    window.type_text("coun").await;
    window.press(Key::Enter).await;
    until_stories(&window, 2).await;
    window.shows(HEADLINE, "Trams win council vote").await;
    window.shows(".ProseMirror .lead", "Photo wanted").await;
    let stories = stories(&window).await;
    assert_ne!(stories[0]["id"], stories[1]["id"]);
    assert_eq!(stories[0]["photos"], 0, "a template carries no photo: {}", stories[0]);

    window.press_with(&[Key::Control, Key::Shift], 'n').await;
    window.click("Remove the template “Council report”").await;
    window.click("Remove it").await;
    window.shows("dialog", "No templates yet").await;
}

#[tokio::test]
async fn a_copy_is_a_story_of_its_own_and_a_follow_up_is_linked_both_ways() {
    let machine = Machine::new("copies-and-follow-ups");
    let window = machine.start().await;
    open_the_sample(&window).await;
    until_saved(&window).await;

    choose(&window, SAMPLE, "Follow up").await;
    until_stories(&window, 2).await;
    window.shows(LIST, &format!("follows {SAMPLE_SLUG}")).await;
    window.shows(PANEL, "Follows").await;
    window.click_in(PANEL, SAMPLE_SLUG).await;
    window.shows(HEADLINE, "Trams win council vote").await;
    window.shows(PANEL, "Followed by").await;
    window.picture("a-follow-up").await;

    choose(&window, SAMPLE, "Duplicate").await;
    until_stories(&window, 3).await;
    window.shows(HEADLINE, "Trams win council vote").await;
    window.shows_no(PANEL, "Followed by").await;
    type_into(&window, HEADLINE, ", twice").await;
    until_saved(&window).await;
    let headlines = stories(&window).await.into_iter().map(|mut story| story["headline"].take());
    let changed =
        headlines.filter(|headline| headline.as_str().is_some_and(|it| it.ends_with("twice")));
    assert_eq!(changed.count(), 1, "the copy and the first story share their text");
}

#[tokio::test]
async fn many_stories_are_moved_spiked_and_brought_back_at_once() {
    let machine = Machine::new("many-stories");
    let window = machine.start().await;
    begin(&window, &["Ferry sinks", "Tram line opens", "Port strike ends"]).await;

    window.click("Tram line opens").await;
    window.shows(HEADLINE, "Tram line opens").await;
    focus_row(&window, "Tram line opens").await;
    window.press(Key::Space).await;
    window.press_with(&[Key::Shift], char::from(Key::Down)).await;
    window.shows(".rail .bar", "2 selected").await;
    window.picture("many-stories").await;
    window.click_in(".rail .bar", "Give them a state").await;
    window.click_in(".rail .bar [popover]", "Ready").await;
    window.shows("body", "2 stories changed.").await;
    let states = states_of(&window).await;
    assert_eq!(states, ["Ferry sinks ready", "Port strike ends writing", "Tram line opens ready"]);

    window.click_in(".rail .bar", "Spike").await;
    window.shows("body", "2 stories spiked.").await;
    until_stories(&window, 1).await;
    window.click("Undo").await;
    until_stories(&window, 3).await;

    focus_row(&window, "Ferry sinks").await;
    window.press(Key::Delete).await;
    until_stories(&window, 2).await;
    window.click("Spiked stories").await;
    window.shows(LIST, "Ferry sinks").await;
    focus_row(&window, "Ferry sinks").await;
    window.press(Key::Space).await;
    window.click_in(".rail .bar", "Bring back").await;
    window.shows("body", "1 story brought back.").await;
    window.click("Back to stories").await;
    until_stories(&window, 3).await;
}

#[tokio::test]
async fn the_list_is_narrowed_while_typing_and_says_how_many_it_found() {
    let machine = Machine::new("filtering");
    let window = machine.start().await;
    begin(&window, &["Ferry sinks off the port", "Port strike ends", "مجلس المدينة يصوت"]).await;

    window.click_on("#search-stories").await;
    window.type_text("port ferry").await;
    window.shows(FOUND, "1 story.").await;
    window.shows_no(LIST, "strike").await;
    window.press(Key::Escape).await;
    window.shows(LIST, "strike").await;
    window.click_on("#search-stories").await;
    window.type_text("zeppelin").await;
    window.shows("aside", "No story has “zeppelin” in it.").await;
    window.picture("nothing-found").await;
    window.click("Clear the search").await;

    window.click("Published").await;
    window.shows("aside", "No story is at Published.").await;
    window.click("Show all stories").await;
    window.shows(".rail [aria-pressed=true]", "3").await;
    window.click("Sorted: Last changed").await;
    window.click("By slug").await;
    window.close().await;

    let window = machine.start().await;
    window.button("Sorted: By slug").await;
}

#[tokio::test]
async fn a_second_story_is_read_beside_the_first_and_takes_its_place() {
    let machine = Machine::new("side-by-side");
    let window = machine.start().await;
    begin(&window, &["Ferry sinks", "Tram line opens"]).await;
    window.click("Tram line opens").await;
    window.shows(HEADLINE, "Tram line opens").await;

    choose(&window, "Ferry sinks", "Open beside").await;
    window.shows(BESIDE_HEADLINE, "Ferry sinks").await;
    let editable = window.run(&editable(BESIDE), vec![]).await;
    assert_eq!(editable, "false", "the story beside can be typed into");
    window.picture("side-by-side").await;

    window.click_in(BESIDE, "Write in this one").await;
    window.shows(HEADLINE, "Ferry sinks").await;
    window.shows(BESIDE_HEADLINE, "Tram line opens").await;

    window.click_on(".beside [role=region]").await;
    window.press(Key::Escape).await;
    window
        .until("the story beside is closed", || async { window.shown(BESIDE).await.is_empty() })
        .await;
}

#[tokio::test]
async fn a_long_list_builds_only_what_is_in_sight() {
    const MANY: usize = 260;
    let machine = Machine::new("a-long-list");
    let window = machine.start().await;
    for _ in 0..MANY {
        window.act("new_story", json!({})).await;
    }
    begin(&window, &["The newest"]).await;
    until_stories(&window, MANY + 1).await;
    focus_row(&window, "The newest").await;
    window.press(Key::End).await;
    window
        .until("the last row has the focus", || async { focused_row(&window).await == MANY + 1 })
        .await;
    let built = window.run("return document.querySelectorAll('[data-row]').length", vec![]).await;
    assert!(built.as_u64().is_some_and(|built| built < 60), "{built} rows are built");
    window.press(Key::Home).await;
    window.until("the first row has the focus", || async { focused_row(&window).await == 1 }).await;
}

/// Stories with these headlines, the last one first in the list, and the list shows them.
pub async fn begin(window: &Window<'_>, headlines: &[&str]) {
    window.shows("body", "New story").await;
    for headline in headlines {
        let story = window.act("new_story", json!({})).await["value"].take();
        let doc = json!({ "type": "story", "content": [
            { "type": "headline", "content": [{ "type": "text", "text": headline }] },
        ]});
        let document = json!({ "schemaVersion": 2, "doc": doc }).to_string();
        let draft =
            json!({ "storyId": story["id"], "basedOn": story["revision"], "document": document });
        window.act("save_draft", draft).await;
    }
    // What is done past the buttons, the window hears of no more than another program's work.
    window.client.refresh().await.expect("the page cannot be loaded again");
    window.shows(LIST, headlines[headlines.len() - 1]).await;
}

/// Chooses an item of a row's menu.
async fn choose(window: &Window<'_>, headline: &str, item: &str) {
    window.click(&format!("More about “{headline}”")).await;
    window.click(item).await;
}

async fn focus_row(window: &Window<'_>, headline: &str) {
    const FOCUS: &str = "
        const rows = [...document.querySelectorAll('[data-row]')];
        const row = rows.find((row) => row.textContent.includes(arguments[0]));
        row?.focus();
        return row !== undefined && row === document.activeElement;";
    let what = format!("the row “{headline}” has the focus");
    window
        .until(&what, || async {
            window.run(FOCUS, vec![headline.into()]).await == Value::Bool(true)
        })
        .await;
}

async fn focused_row(window: &Window<'_>) -> usize {
    const ROW: &str =
        "return Number(document.activeElement?.closest('[role=row]')?.ariaRowIndex ?? 0)";
    window.run(ROW, vec![]).await.as_u64().unwrap_or(0) as usize
}

async fn until_stories(window: &Window<'_>, count: usize) {
    const ROWS: &str = "return document.querySelector('[role=grid]')?.ariaRowCount ?? ''";
    window
        .until(&format!("the list has {count} stories"), || async {
            window.run(ROWS, vec![]).await.as_str() == Some(&*count.to_string())
        })
        .await;
}

async fn stories(window: &Window<'_>) -> Vec<Value> {
    let stories = window.act("stories", json!({})).await;
    stories.as_array().expect("a list").clone()
}

/// Each headline with its state, by headline.
async fn states_of(window: &Window<'_>) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let row = |story: &Value| format!("{} {}", text(&story["headline"]), text(&story["state"]));
    let mut states: Vec<String> = stories(window).await.iter().map(row).collect();
    states.sort();
    states
}

fn editable(pane: &str) -> String {
    format!("return document.querySelector('{pane} .ProseMirror').contentEditable")
}
