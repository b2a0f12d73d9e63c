//! Desks that cannot be opened, or not by this window.

use crate::page::{HEADLINE, open_the_sample};
use serde_json::json;
use std::fs;
use support::Machine;

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named() {
    let machine = Machine::new("an-unwritable-desk");
    fs::write(machine.path("file"), "").expect("a file can be written");
    let window = machine.start_on(&machine.path("file").join("desk")).await;
    window.shows("main", "/file is a file, so it cannot hold a desk").await;

    // The way is cleared; the same window goes on.
    fs::remove_file(machine.path("file")).expect("the file can be removed");
    fs::create_dir(machine.path("file")).expect("a folder can be made");
    window.click("Try again").await;
    window.shows("body", "An empty desk").await;
}

#[tokio::test]
async fn a_window_without_a_desk_closes_at_once() {
    let machine = Machine::new("closing-without-a-desk");
    fs::write(machine.path("file"), "").expect("a file can be written");
    let window = machine.start_on(&machine.path("file").join("desk")).await;
    window.shows("main", "cannot hold a desk").await;
    window.close().await;
}

#[tokio::test]
async fn a_desk_of_a_newer_program_is_refused_and_left_alone() {
    let machine = Machine::new("a-newer-desk");
    let window = machine.start().await;
    window.shows("body", "An empty desk").await;
    window.close().await;
    let database = machine.desk().join("desk.sqlite");
    write_user_version(&database, 9999);
    let before = fs::read(&database).expect("the database is there");

    let window = machine.start().await;
    window.shows("main", "was written by a newer Cutline").await;
    assert!(fs::read(&database).expect("still there") == before, "the database was changed");
}

#[tokio::test]
async fn a_second_window_reads_and_says_who_holds_the_desk() {
    let machine = Machine::new("a-second-window");
    let first = machine.start().await;
    open_the_sample(&first).await;

    let second = machine.start().await;
    second.shows("main", "has this desk open").await;
    second.click("Trams win council vote to return to Marensund’s “singing bridge\"").await;
    second.shows(HEADLINE, "Trams win council vote").await;
    second.click_on(HEADLINE).await;
    second.type_text("x").await;
    assert!(!second.shown(HEADLINE).await.contains('x'), "the second window can type");
    second.picture("a-second-window").await;

    let stories = first.act("stories", json!({})).await;
    assert_eq!(
        stories[0]["headline"],
        "Trams win council vote to return to Marensund’s “singing bridge\""
    );
}

/// SQLite keeps it big-endian at byte 60 (<https://www.sqlite.org/fileformat.html>, 1.3).
fn write_user_version(database: &std::path::Path, version: u32) {
    let mut bytes = fs::read(database).expect("the database is there");
    bytes[60..64].copy_from_slice(&version.to_be_bytes());
    fs::write(database, bytes).expect("the database can be written");
}
