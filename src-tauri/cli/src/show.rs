//! `show`: a story in reading order.

use crate::client::Client;
use crate::outcome::Outcome;
use crate::story::describe;
use crate::story_name::story_id;
use crate::text::{say, say_json};
use cutline_core::desk::contract::{Photo, Story, StoryId};
use cutline_core::desk::failure::Failure;
use cutline_core::story::{Block, Document, Embed, Figure, Inline, ListItem, Table, plain, read};

pub fn show(client: &Client, typed: &str) -> Result<Outcome, Failure> {
    let request = StoryId { story_id: story_id(client, typed)? };
    let story: Story = client.act("story", &request)?;
    if client.json {
        say_json(&story);
    } else {
        head(&story);
        Printer { photos: &story.photos }.story(&read(&story.document));
    }
    Ok(Outcome::Done)
}

fn head(story: &Story) {
    say(format!("{} · {} · saved {}", story.slug, story.state, story.saved_at));
    describe(story);
    if story.spiked {
        say("Spiked.");
    }
    if story.damaged {
        say("The disk has changed the stored text of this story. Read it again.");
    }
    story.live_at.iter().for_each(|at| say(format!("Live since {at}")));
    story.killed_at.iter().for_each(|at| say(format!("Killed {at}; it leaves by no way.")));
    if let Some(exported) = &story.exported {
        say(format!("Exported {} to {}", exported.at, exported.path));
    }
    if story.changed_since {
        say("Changed since then.");
    }
    if !story.owed.is_empty() {
        say(format!("Owed: {}", story.owed.join(", ")));
    }
    say("");
}

struct Printer<'a> {
    photos: &'a [Photo],
}

impl Printer<'_> {
    fn story(&self, story: &Document) {
        let furniture = [
            ("Kicker", &story.kicker),
            ("Headline", &story.headline),
            ("Standfirst", &story.standfirst),
            ("Byline", &story.byline),
            ("Dateline", &story.dateline),
            ("Web headline", &story.headlines.web),
            ("Social headline", &story.headlines.social),
            ("Print headline", &story.headlines.print),
        ];
        for (name, line) in furniture {
            labelled(name, &line.content);
        }
        if let Some(lead) = &story.lead {
            self.figure(lead, "Lead photo");
        }
        say("");
        self.blocks(&story.body);
        labelled("Sign-off", &story.sign_off.content);
    }

    fn blocks(&self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => say(plain(&paragraph.content) + "\n"),
                Block::Crosshead(crosshead) => {
                    say(format!("## {}\n", plain(&crosshead.content)));
                }
                Block::List(list) => list.items.iter().for_each(|item| self.item(item)),
                Block::Quote(quote) => self.quote(&quote.content, quote.attribution.as_ref()),
                Block::PullQuote(quote) => {
                    self.quote(&quote.content, quote.attribution.as_ref());
                }
                Block::FactBox(fact_box) => {
                    say(format!("[{}]", plain(&fact_box.title.content)));
                    self.blocks(&fact_box.content);
                }
                Block::Table(table) => self.table(table),
                Block::Gallery(gallery) => self.blocks(&gallery.content),
                Block::Figure(figure) => self.figure(figure, "Photo"),
                Block::Embed(embed) => self.embed(embed),
                Block::Correction(correction) => {
                    say(format!("[{:?} {}]", correction.kind, correction.day));
                    self.blocks(&correction.content);
                }
                Block::Divider { .. } => say("* * *\n"),
                Block::Unknown(_) => say("(an element that this version does not know)\n"),
            }
        }
    }

    fn item(&self, item: &ListItem) {
        say("-");
        self.blocks(&item.content);
    }

    fn quote(&self, content: &[Block], said_by: Option<&cutline_core::story::Attribution>) {
        say(">");
        self.blocks(content);
        if let Some(line) = said_by {
            say(format!("  {}\n", plain(&line.content)));
        }
    }

    /// A row is a line, its cells apart by bars.
    fn table(&self, table: &Table) {
        for row in &table.rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| words(&cell.content)).collect();
            say(cells.join(" | "));
        }
        say("");
    }

    fn embed(&self, embed: &Embed) {
        let Embed { provider, author, title, text, address, .. } = embed;
        for (name, words) in [
            ("Embed", provider),
            ("  By", author),
            ("  Title", title),
            ("  Says", text),
            ("  At", address),
        ] {
            if !words.is_empty() {
                say(format!("{name}: {words}"));
            }
        }
        say("");
    }

    fn figure(&self, figure: &Figure, name: &str) {
        let id = figure.photo_id.as_deref();
        let photo = id.and_then(|id| self.photos.iter().find(|photo| photo.id == id));
        match (id, photo) {
            (None, _) => say(format!("[{name} wanted]")),
            (Some(id), None) => say(format!("[{name} {id}, which is not in this desk]")),
            (Some(_), Some(photo)) => say(format!("[{name} {}]", photo.file_name)),
        }
        if let Some(caption) = &figure.caption {
            labelled("  Caption", &caption.content);
        }
        if figure.file_photo {
            say("  File photo");
        }
        if let Some(credit) = &figure.wanted_credit {
            say(format!("  The copy names the credit: {credit}"));
        }
        if let Some(photo) = photo {
            say(format!("  {}", credit(photo)));
        }
        say("");
    }
}

/// The words of a cell's paragraphs.
fn words(blocks: &[Block]) -> String {
    let paragraphs = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)),
        _ => None,
    });
    paragraphs.collect::<Vec<_>>().join(" ")
}

/// How the credit prints, or that it is missing.
pub fn credit(photo: &Photo) -> String {
    let note = photo.prints_as.note.as_deref().map(|note| format!(" ({note})"));
    match &photo.prints_as.line {
        Some(line) => format!("Prints as: {line}{}", note.unwrap_or_default()),
        None => "No credit: this stops an export".into(),
    }
}

fn labelled(name: &str, content: &[Inline]) {
    let text = plain(content);
    if !text.is_empty() {
        say(format!("{name}: {text}"));
    }
}
