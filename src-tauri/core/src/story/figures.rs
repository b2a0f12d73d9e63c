//! What stands where in a story: the one walk over the figures, wherever they stand, and over the
//! embeds. Everything that lists photos goes by it, so that no photo is forgotten in one place.

use super::document::*;

impl Block {
    /// The blocks inside, one slice for each part that holds some: an item of a list, a cell of a
    /// table.
    pub fn inside(&self) -> Vec<&[Block]> {
        match self {
            Block::List(list) => list.items.iter().map(|item| item.content.as_slice()).collect(),
            Block::Quote(quote) => vec![&quote.content],
            Block::PullQuote(quote) => vec![&quote.content],
            Block::FactBox(fact_box) => vec![&fact_box.content],
            Block::Table(table) => cells(table).map(|cell| cell.content.as_slice()).collect(),
            Block::Gallery(gallery) => vec![&gallery.content],
            Block::Correction(correction) => vec![&correction.content],
            Block::Paragraph(_)
            | Block::Crosshead(_)
            | Block::Figure(_)
            | Block::Embed(_)
            | Block::Divider { .. }
            | Block::Unknown(_) => Vec::new(),
        }
    }

    /// The same, to change them.
    pub fn inside_mut(&mut self) -> Vec<&mut [Block]> {
        match self {
            Block::List(list) => {
                list.items.iter_mut().map(|item| item.content.as_mut_slice()).collect()
            }
            Block::Quote(quote) => vec![&mut quote.content],
            Block::PullQuote(quote) => vec![&mut quote.content],
            Block::FactBox(fact_box) => vec![&mut fact_box.content],
            Block::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.map(|cell| cell.content.as_mut_slice()).collect()
            }
            Block::Gallery(gallery) => vec![&mut gallery.content],
            Block::Correction(correction) => vec![&mut correction.content],
            Block::Paragraph(_)
            | Block::Crosshead(_)
            | Block::Figure(_)
            | Block::Embed(_)
            | Block::Divider { .. }
            | Block::Unknown(_) => Vec::new(),
        }
    }
}

impl Gallery {
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.content.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
    }
}

fn cells(table: &Table) -> impl Iterator<Item = &TableCell> {
    table.rows.iter().flat_map(|row| &row.cells)
}

/// Every figure of the story in reading order: the lead, then those of the body, in galleries, lists
/// and quotations too. Those without a photo are among them.
pub fn figures(story: &Document) -> Vec<&Figure> {
    let mut found: Vec<&Figure> = story.lead.iter().collect();
    walk(&story.body, &mut |block| {
        if let Block::Figure(figure) = block {
            found.push(figure);
        }
    });
    found
}

/// The same figures, to change them.
pub fn figures_mut(story: &mut Document) -> Vec<&mut Figure> {
    let mut found: Vec<&mut Figure> = story.lead.iter_mut().collect();
    collect_mut(&mut story.body, &mut found);
    found
}

/// Every embed of the story in reading order.
pub fn embeds(story: &Document) -> Vec<&Embed> {
    let mut found = Vec::new();
    walk(&story.body, &mut |block| {
        if let Block::Embed(embed) = block {
            found.push(embed);
        }
    });
    found
}

fn walk<'a>(blocks: &'a [Block], look: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        look(block);
        block.inside().into_iter().for_each(|inside| walk(inside, look));
    }
}

fn collect_mut<'a>(blocks: &'a mut [Block], found: &mut Vec<&'a mut Figure>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => found.push(figure),
            other => other.inside_mut().into_iter().for_each(|inside| collect_mut(inside, found)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::read;

    const STORY: &str = r#"{"doc":{"type":"story","content":[
        {"type":"lead","content":[{"type":"figure","attrs":{"photoId":"lead"}}]},
        {"type":"body","content":[
            {"type":"figure"},
            {"type":"gallery","content":[
                {"type":"figure","attrs":{"photoId":"one"}},
                {"type":"chart"},
                {"type":"figure"}]},
            {"type":"list","content":[{"type":"listItem","content":[
                {"type":"figure","attrs":{"photoId":"nested"}},
                {"type":"embed","attrs":{"title":"A film"}}]}]}]}]}}"#;

    #[test]
    fn figures_are_found_wherever_they_stand() {
        let mut story = read(STORY);
        let expected = [Some("lead"), None, Some("one"), None, Some("nested")];
        let ids: Vec<_> = figures(&story).iter().map(|f| f.photo_id.as_deref()).collect();
        assert_eq!(ids, expected);
        let ids: Vec<_> = figures_mut(&mut story).iter().map(|f| f.photo_id.clone()).collect();
        assert_eq!(ids, expected.map(|id| id.map(str::to_owned)));
        let titles: Vec<_> = embeds(&story).iter().map(|e| e.title.as_str()).collect();
        assert_eq!(titles, ["A film"]);
    }
}
