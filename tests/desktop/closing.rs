//! Closing the window: what was typed last is on the disk, or a person is asked.

use crate::page::{HEADLINE, open_the_sample, type_into};
use support::Machine;

#[tokio::test]
async fn closing_right_after_a_word_keeps_the_word() {
    let machine = Machine::new("closing");
    let window = machine.start().await;
    open_the_sample(&window).await;
    type_into(&window, HEADLINE, " today").await;
    window.close().await;

    let window = machine.start().await;
    window.click("Trams win council vote to return to Marensund’s “singing bridge\" today").await;
    window.shows(HEADLINE, " today").await;
}

#[tokio::test]
async fn a_page_that_does_not_answer_is_not_closed_without_asking() {
    let machine = Machine::new("a-page-that-hangs");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.stop_page();
    machine.display.close_window("Cutline");
    window.until("a dialog asks", || async { machine.display.has_window("Close Cutline?") }).await;
    assert!(window.is_running(), "the window was closed before anybody answered");
}
