//! The elements of the body that are more than running text: fact box, gallery, embed, correction.

use super::Writer;
use crate::export::address;
use crate::export::dates::day_in;
use crate::export::page::html::{Element, Node, element};
use crate::export::page::inline::line;
use crate::export::printed::Printed;
use crate::export::text::{foreign_direction, one_line, tidy};
use crate::story::{Block, Correction, CorrectionKind, Direction, Embed, FactBox, Gallery, Layout};
use chrono::NaiveDate;

impl<'a> Writer<'a> {
    /// Beside the story, under its own name. Its title is a heading, so its crossheads are smaller.
    pub(super) fn fact_box(&mut self, fact_box: &'a FactBox) -> Option<Element> {
        let page = self.page;
        let title = line("h2", &fact_box.title.content, page.direction);
        let outside = (self.a_crosshead_stands, self.in_a_box);
        if title.is_some() {
            (self.a_crosshead_stands, self.in_a_box) = (true, true);
        }
        let content = self.blocks(&fact_box.content);
        (self.a_crosshead_stands, self.in_a_box) = outside;
        if title.is_none() && content.is_empty() {
            return None;
        }
        let name = one_line(&fact_box.title.content);
        let name = if name.is_empty() { page.words.fact_box.to_owned() } else { name };
        Some(self.aside("box", &name).with(title).with(content))
    }

    /// Every picture with its own caption and credit. A slideshow is scrolled, so it needs no script.
    pub(super) fn gallery(&mut self, gallery: &'a Gallery) -> Option<Element> {
        let mut content = Vec::new();
        for block in &gallery.content {
            match block {
                Block::Figure(figure) => {
                    let printed = Printed::of(figure, self.page.story, self.page.words);
                    let printed = printed.map(|printed| printed.in_gallery(gallery.layout));
                    content.extend(printed.map(|printed| self.picture(&printed)));
                }
                other => content.extend(self.block(other)),
            }
        }
        let (class, focus) = match gallery.layout {
            Layout::Grid => ("gallery", None),
            Layout::Slideshow => ("gallery slides", Some("0")),
        };
        let frame = self.frame(class, self.page.words.gallery).maybe("tabindex", focus);
        (!content.is_empty()).then(|| frame.with(content))
    }

    /// A group with a name for a screen reader.
    pub(super) fn frame(&mut self, class: &str, name: &str) -> Element {
        let name = self.unique(name);
        element("div").class(class).attribute("role", "group").attribute("aria-label", name)
    }

    fn aside(&mut self, class: &str, name: &str) -> Element {
        element("aside").class(class).attribute("aria-label", self.unique(name))
    }

    /// A screen reader lists what has a name, so no two may have the same: "Table", "Table 2".
    fn unique(&mut self, name: &str) -> String {
        let mut unique = name.to_owned();
        let mut times = self.names.get(&name.to_lowercase()).copied().unwrap_or(0);
        while times > 0 {
            times += 1;
            unique = format!("{name} {times}");
            if !self.names.contains_key(&unique.to_lowercase()) {
                break;
            }
        }
        self.names.insert(name.to_lowercase(), times.max(1));
        self.names.entry(unique.to_lowercase()).or_insert(1);
        unique
    }

    /// What a post or a film says, with a link to it. Nothing of it is fetched.
    pub(super) fn embed(&mut self, embed: &Embed) -> Option<Element> {
        let page = self.page;
        let [provider, title, author] =
            [&embed.provider, &embed.title, &embed.author].map(|words| tidy(words));
        let address = address::web(&embed.address);
        let said: Vec<Element> = embed.text.lines().filter_map(|l| self.said(l)).collect();
        let typed = tidy(&embed.address);
        let named = [&title, &typed].into_iter().find(|words| !words.is_empty());
        if named.is_none() && said.is_empty() {
            return None;
        }
        let named = named.map(|named| match &address {
            Some(address) => element("a").attribute("href", address).text(named),
            None => element("span").text(named),
        });
        let from: Vec<&str> = [&provider, &author]
            .into_iter()
            .map(String::as_str)
            .filter(|w| !w.is_empty())
            .collect();
        let from = from.join(" · ");
        let name = if from.is_empty() { page.words.embed } else { &from };
        let card = self
            .aside("card", name)
            .with((!from.is_empty()).then(|| {
                let dir = foreign_direction(&from, page.direction);
                element("p").class("said-by").maybe("dir", dir).text(&from)
            }))
            .with(named.map(|named| element("p").class("card-title").with([named])));
        let quote = element("blockquote").maybe("cite", address).with(said.clone());
        Some(card.with((!said.is_empty()).then_some(quote)))
    }

    fn said(&self, typed: &str) -> Option<Element> {
        let text = tidy(typed);
        let dir = foreign_direction(&text, self.page.direction);
        (!text.is_empty()).then(|| element("p").maybe("dir", dir).text(&text))
    }

    /// The word for what it is, in the language of the page, with its day.
    pub(super) fn correction(&mut self, correction: &'a Correction) -> Option<Element> {
        let content = self.blocks(&correction.content);
        if content.is_empty() {
            return None;
        }
        let words = self.page.words;
        let word = match correction.kind {
            CorrectionKind::Correction => words.correction,
            CorrectionKind::Clarification => words.clarification,
            CorrectionKind::Update => words.update,
            CorrectionKind::EditorsNote => words.editors_note,
        };
        let mut head: Vec<Node> = vec![
            element("strong")
                .maybe("lang", words.foreign_to(&self.page.language))
                .text(word)
                .into(),
        ];
        head.extend(self.day(&correction.day).into_iter().flatten());
        Some(
            self.aside("correction", word)
                .with([element("p").class("correction-head").with(head)])
                .with(content),
        )
    }

    /// A day as readers write it, after a dot; nothing for what is no day.
    fn day(&self, typed: &str) -> Option<[Node; 2]> {
        typed.parse::<NaiveDate>().ok()?;
        let words = self.page.words;
        // In numbers it would be turned about on a page that runs from right to left.
        let turns = words.months.is_none() && self.page.direction == Direction::RightToLeft;
        let time = element("time")
            .maybe("dir", turns.then_some("ltr"))
            .attribute("datetime", typed)
            .text(&day_in(typed, words)?);
        Some([Node::text(" · "), time.into()])
    }
}
