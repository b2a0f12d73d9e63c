//! The publication's wordmark: its name set in type, as a picture of its own.
//!
//! Search engines want a logo of who publishes, and social sites a picture for a story that has no
//! photo. Both are told of this one; the page itself shows the name as text and never loads it.

use super::html::{element, file};
use crate::export::text::tidy;

/// Where the page expects the wordmark, seen from its folder.
pub const LOGO_FILE: &str = "img/logo.svg";

/// Size of the wordmark, as wide as social sites want pictures.
pub const WIDTH_PX: u32 = 1200;
pub const HEIGHT_PX: u32 = 630;

/// Two thirds of the width are for the name; a letter is about half as wide as it is high.
const ROOM_PX: usize = 800;
const LARGEST_PX: usize = 120;

/// The wordmark as the text of an SVG file.
pub fn logo(publication: &str) -> String {
    let name = tidy(publication);
    let letters = name.chars().count().max(1);
    let size = (2 * ROOM_PX / letters).min(LARGEST_PX);
    file(
        &element("svg")
            .attribute("xmlns", "http://www.w3.org/2000/svg")
            .attribute("viewBox", format!("0 0 {WIDTH_PX} {HEIGHT_PX}"))
            .attribute("width", WIDTH_PX.to_string())
            .attribute("height", HEIGHT_PX.to_string())
            .with([element("rect")
                .attribute("width", "100%")
                .attribute("height", "100%")
                .attribute("fill", "#fffefa")])
            .with([element("text")
                .attribute("x", "50%")
                .attribute("y", "50%")
                .attribute("text-anchor", "middle")
                .attribute("dominant-baseline", "central")
                .attribute("font-family", "Charter, Georgia, serif")
                .attribute("font-weight", "700")
                .attribute("font-size", size.to_string())
                .attribute("fill", "#1d1b18")
                .text(&name)]),
    )
}

#[cfg(test)]
mod tests {
    use super::logo;

    #[test]
    fn a_long_name_is_set_smaller_and_stays_text() {
        assert!(logo("Courier").contains("font-size=\"120\""));
        let long = logo("The Halden & Kvern <Evening> Courier");
        assert!(long.contains("font-size=\"44\""), "{long}");
        assert!(long.contains(">The Halden &amp; Kvern &lt;Evening&gt; Courier</text>"));
    }
}
