//! A desk's own theme in the proof: tried, changed on the disk, refused, mended.

use crate::page::open_the_sample;
use serde_json::json;
use std::fs;
use std::path::Path;
use support::{Machine, Window};

const FILES: [&str; 3] = ["theme.json", "page.html", "page.css"];

#[tokio::test]
async fn a_theme_is_seen_live_and_a_refused_one_shows_nothing() {
    let machine = Machine::new("themes");
    let folder = machine.path("Evening");
    copy_of_plain(&folder);
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    open_the_sample(&window).await;
    window.act("add_theme", json!({ "folder": folder })).await;
    window.click("Proof").await;
    until_the_proof(&window, "is shown", true).await;
    choose(&window, "evening").await;
    window.shows("section.proof", "Use for the desk").await;

    let page = machine.desk().join("themes/evening/page.html");
    let good = fs::read_to_string(&page).expect("the desk has the theme");
    let bad = good.replace("{{ skip_link }}", "{{ skip_link }}\n<script></script>");
    fs::write(&page, bad).expect("the theme can be written");
    window.shows("section.proof", "page.html, line 7: <script> may not stand in a theme.").await;
    until_the_proof(&window, "shows nothing", false).await;
    window.picture("proof-theme-refused").await;
    fs::write(&page, good).expect("the theme can be written");
    until_the_proof(&window, "is shown again", true).await;

    window.click("Use for the desk").await;
    window.shows("section.proof", "Evening (this desk’s)").await;
    let about = window.act("about_desk", json!({})).await;
    assert_eq!(about["publication"]["theme"], "evening");
}

fn copy_of_plain(folder: &Path) {
    let plain = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/themes/plain");
    fs::create_dir_all(folder).expect("a folder for the theme");
    for file in FILES {
        let text = fs::read_to_string(plain.join(file)).expect("plain is there");
        let text = text.replace("\"Plain\"", "\"Evening\"");
        fs::write(folder.join(file), text).expect("the theme can be written");
    }
}

async fn choose(window: &Window<'_>, theme: &str) {
    const CHOOSE: &str = "
        const select = document.querySelector('section.proof select');
        if (![...select.options].some(({ value }) => value === arguments[0])) return false;
        select.value = arguments[0];
        select.dispatchEvent(new Event('change', { bubbles: true }));
        return true;";
    window
        .until(&format!("the theme {theme} is offered"), || async {
            window.run(CHOOSE, vec![json!(theme)]).await == json!(true)
        })
        .await;
}

async fn until_the_proof(window: &Window<'_>, does: &str, there: bool) {
    const FRAMES: &str = "return document.querySelectorAll('section.proof iframe').length > 0";
    window
        .until(&format!("the proof {does}"), || async {
            window.run(FRAMES, vec![]).await == json!(there)
        })
        .await;
}
