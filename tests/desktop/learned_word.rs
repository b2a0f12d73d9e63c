//! A name that the desk learns: the checker's list has it, and forgets it again.

use crate::page::{FIRST_PARAGRAPH, open_the_sample, type_into};
use serde_json::json;
use std::fs;
use support::{Key, Machine};

const NAME: &str = "Kivela-Moe";

#[tokio::test]
async fn a_learned_name_is_the_checkers_too() {
    let machine = Machine::new("learned-word");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    open_the_sample(&window).await;
    // The end of a line may lie within the paragraph: a space keeps the next word off the name.
    type_into(&window, FIRST_PARAGRAPH, &format!(" {NAME} ")).await;
    window.press(Key::Left).await;
    window.picture("a-name-that-is-marked").await;
    window.press_control_shift('l').await;
    window.shows("body", "The desk’s dictionary knows “Kivela-Moe” now.").await;
    let words = window.act("learned_words", json!({})).await;
    assert_eq!(words[0]["word"], json!(NAME));
    window.shows(FIRST_PARAGRAPH, NAME).await;
    window.picture("a-name-that-was-learned").await;

    let how = json!({ "language": "en", "spelling": true, "preedit": true });
    let writes = window.act("write_in", how).await;
    // Without a dictionary on the machine there is nothing to add to.
    let Some(dictionary) = writes["dictionary"].as_str() else { return };
    let list = || list(&machine, dictionary);
    window
        .until("the checker has the parts of the name", || async {
            let list = list();
            ["Kivela", "Moe", NAME].iter().all(|word| list.lines().any(|line| line == *word))
        })
        .await;
    window.click("Forget it").await;
    window.until("the checker has it no more", || async { !list().contains("Kivela") }).await;
    window.close().await;
    assert!(folders(&machine).is_empty(), "the words outlive the window");
}

fn list(machine: &Machine, dictionary: &str) -> String {
    let folders = folders(machine).into_iter();
    let lists = folders
        .filter_map(|folder| fs::read_to_string(folder.join(format!("{dictionary}.dic"))).ok());
    lists.collect()
}

fn folders(machine: &Machine) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(machine.path("run")).expect("the folder is there");
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let ours = |path: &std::path::PathBuf| path.to_string_lossy().contains("cutline-words-");
    paths.filter(ours).collect()
}
