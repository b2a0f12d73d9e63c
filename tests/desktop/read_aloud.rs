//! The window as a screen reader hears it, through AT-SPI: what everything is and is called, and what
//! is said when a block is moved.

use crate::page::{FIRST_PARAGRAPH, LEAD_CREDIT, open_the_sample};
use support::{Key, Machine};

const ANNOUNCER: &str = ".paper > [aria-live=polite]";

#[tokio::test]
async fn everything_has_a_role_and_a_name() {
    let mut machine = Machine::new("read-aloud");
    let mut reader = machine.reader().await;
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.shows(LEAD_CREDIT, "Photo").await;

    reader.finds("landmark", "Stories").await;
    reader.finds("landmark", "Page").await;
    reader.finds("landmark", "Details").await;
    reader.finds("entry", "Story").await;
    reader.finds("heading", "What changes for passengers").await;
    for line in ["Kicker", "Standfirst", "Byline", "Dateline", "Sign-off"] {
        reader.finds("panel", line).await;
    }
    reader.finds("image", "A swing bridge").await;
    reader.finds("button", "Mara Lindqvist / Northlight Agency").await;
    reader.finds("entry", "Slug").await;
    reader.finds("button", "TRAMS-WIN-COUNCIL").await;

    window.click_on(FIRST_PARAGRAPH).await;
    reader.listens_anew().await;
    window.press_with(&[Key::Alt], Key::Down).await;
    reader.hears_a_live_region("polite").await;
    window.shows(ANNOUNCER, "The paragraph now stands after paragraph 1.").await;

    window.press_with(&[Key::Control, Key::Shift], 'p').await;
    reader.finds("dialog", "Commands and stories").await;
    reader.finds("combo box", "Commands and stories").await;
    window.press(Key::Escape).await;
    window.press_control(',').await;
    reader.finds("dialog", "Settings").await;
    reader.finds("page tab", "Publication").await;
}
