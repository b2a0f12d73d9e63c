//! The window as a screen reader hears it, through AT-SPI.

use crate::page::{FIRST_PARAGRAPH, open_the_sample};
use support::{Machine, shown};

#[tokio::test]
async fn everything_has_a_role_and_a_name() {
    let mut machine = Machine::new("read-aloud");
    let reader = machine.reader().await;
    let window = machine.start().await;
    open_the_sample(&window).await;
    window.click_on(FIRST_PARAGRAPH).await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    let all = reader.read().await;
    std::fs::write("/tmp/frame-tree.txt", shown(&all)).unwrap();
}
