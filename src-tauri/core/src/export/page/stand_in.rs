//! What a proof shows in the place of a picture that could not be made: a sentence on a grey field of
//! the picture's own size, so that nothing on the page moves when it is there.

use super::html::{element, file};
use crate::export::text::tidy;

/// A letter is about half as wide as it is high.
const LETTERS_IN_WIDTH: usize = 40;

/// The sentence as the text of an SVG file.
pub fn stand_in(sentence: &str, (width_px, height_px): (u32, u32)) -> String {
    let size = (2.0 * f64::from(width_px) / LETTERS_IN_WIDTH as f64 * 0.85).max(1.0);
    let lines = lines(&tidy(sentence));
    let line = |(number, text): (usize, &String)| {
        let above = number as f64 - (lines.len() as f64 - 1.0) / 2.0;
        element("text")
            .attribute("x", "50%")
            .attribute("y", format!("{:.1}", f64::from(height_px) / 2.0 + above * size * 1.3))
            .attribute("text-anchor", "middle")
            .attribute("dominant-baseline", "central")
            .attribute("font-family", "system-ui, sans-serif")
            .attribute("font-size", format!("{size:.1}"))
            .attribute("fill", "#5d5850")
            .text(text)
    };
    file(
        &element("svg")
            .attribute("xmlns", "http://www.w3.org/2000/svg")
            .attribute("viewBox", format!("0 0 {width_px} {height_px}"))
            .attribute("width", width_px.to_string())
            .attribute("height", height_px.to_string())
            .with([element("rect")
                .attribute("width", "100%")
                .attribute("height", "100%")
                .attribute("fill", "#ddd7ca")])
            .with(lines.iter().enumerate().map(line)),
    )
}

fn lines(sentence: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in sentence.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LETTERS_IN_WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_broken_between_words_and_stays_text() {
        let svg =
            stand_in("The original of <harbour> & more.jpg is no longer in the desk.", (800, 600));
        assert!(svg.contains(">The original of &lt;harbour&gt; &amp; more.jpg is</text>"), "{svg}");
        assert!(svg.contains(">no longer in the desk.</text>"), "{svg}");
        assert!(svg.contains("width=\"800\" height=\"600\""));
    }
}
