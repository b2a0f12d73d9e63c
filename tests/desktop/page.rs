//! Where things stand on the page of a story, as CSS selectors, and what scenes do there again and
//! again.

use std::path::{Path, PathBuf};
use support::{Key, Window};

pub const HEADLINE: &str = ".ProseMirror .headline";
pub const STANDFIRST: &str = ".ProseMirror .standfirst";
pub const FIRST_PARAGRAPH: &str = ".ProseMirror .body > p";
pub const LEAD_CAPTION: &str = ".ProseMirror .lead figcaption";
pub const LEAD_CREDIT: &str = ".ProseMirror .lead .credit";
pub const FIRST_FIGURE: &str = ".ProseMirror .body figure";
pub const FIRST_CREDIT: &str = ".ProseMirror .body figure .credit";
pub const CHECKS: &str = "section.checks";
pub const SAVED: &str = "[data-testid=saved]";

/// A photo of the sample.
pub fn sample(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/sample");
    let photo = folder.join(name).canonicalize();
    photo.unwrap_or_else(|error| panic!("the sample photo {name}: {error}"))
}

/// Opens the sample on an empty desk and waits for its page, and for its checks: they take their room
/// from the panel above them, and a click that was aimed before they came would land on one of them.
pub async fn open_the_sample(window: &Window<'_>) {
    window.click("Open the sample").await;
    window.shows(HEADLINE, "Trams win council vote").await;
    window.shows(CHECKS, "A quotation in the headline").await;
}

/// Types `text` at the end of the line that is clicked.
pub async fn type_into(window: &Window<'_>, selector: &str, text: &str) {
    window.click_on(selector).await;
    window.press(Key::End).await;
    window.type_text(text).await;
    window.shows(selector, text).await;
}

/// Pastes in place of the selection what a program would have copied. The clipboard of another
/// program cannot be filled from here, so the page gets the event that the web view would have made.
pub async fn paste(window: &Window<'_>, html: &str, plain: &str) {
    const PASTE: &str = "
        const [html, plain] = arguments;
        const clipboardData = new DataTransfer();
        if (html) clipboardData.setData('text/html', html);
        clipboardData.setData('text/plain', plain);
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(paste);";
    window.run(PASTE, vec![html.into(), plain.into()]).await;
}

/// Waits until everything typed is on the disk.
pub async fn until_saved(window: &Window<'_>) {
    window.shows(SAVED, "Saved ").await;
}
