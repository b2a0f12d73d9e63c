//! The frame of the window: its bars and columns stay where they are.

use crate::page::{FIRST_FIGURE, open_the_sample};
use support::Machine;

#[tokio::test]
async fn nothing_moves_the_frame_away() {
    let machine = Machine::new("the-frame");
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.shows(FIRST_FIGURE, "Photo wanted").await;
    // Whatever brings a far part of the story into view must move the page alone.
    const MOVE: &str = "
        document.querySelector('.story').lastElementChild.scrollIntoView({ block: 'end' });
        scrollTo(0, 500);
        return [scrollY, document.body.scrollTop];";
    let moved = window.run(MOVE, vec![]).await;
    assert_eq!(moved, serde_json::json!([0, 0]));
}
